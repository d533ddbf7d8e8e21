// Which calendar comes with a command for the case to go over to. The calendar itself travels beside it; whether the case goes over is
// `decide.ts`.

import type { CommandBody } from '../commands';

/** Its version; nothing where the command brings none. */
export const broughtCalendar = (command: CommandBody): string | undefined => {
  if (command.kind === 'adoptCalendar') return command.calendar;
  return command.kind === 'undoWithdrawal' ? command.follow?.calendar : undefined;
};
