// The field in which an act gives its moment, where that is neither `at` nor `on`.

import type { CommandKind } from '../../../domain/rapidReview/commands';
import { AT_START } from './meetingFields';

const MOMENTS: Readonly<Partial<Record<CommandKind, string | readonly string[]>>> = {
  arrangeMeeting: AT_START,
  addAgency: '/identifiedAt',
  takeDecision: '/at',
  correctIdentified: '/at',
  correctMeetingDay: '/on',
};

export const momentField = (command: CommandKind, otherwise: '/at' | '/on'): string | readonly string[] =>
  MOMENTS[command] ?? otherwise;
