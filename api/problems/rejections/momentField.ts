// The field in which an act gives its moment, where that is neither `at` nor `on`.

import type { CommandKind } from '../../../domain/rapidReview/commands';

const MOMENTS: Readonly<Partial<Record<CommandKind, string>>> = {
  arrangeMeeting: '/startsAt',
  addAgency: '/identifiedAt',
  takeDecision: '/at',
  correctIdentified: '/at',
  correctMeetingDay: '/on',
};

export const momentField = (command: CommandKind, otherwise: '/at' | '/on'): string =>
  MOMENTS[command] ?? otherwise;
