// Which calendar comes with a command for the case to go over to. The calendar itself travels beside it; whether the case goes over is
// `decide.ts`.

import type { CommandBody } from '../commands';

type Bringing = Extract<
  CommandBody,
  { readonly kind: 'adoptCalendar' | 'undoWithdrawal' | 'undoSettlement' }
>;

/** A case that is taken up again follows the change that it has not followed while it had ended. */
export const bringsCalendar = <C extends CommandBody>(command: C): command is C & Bringing =>
  command.kind === 'adoptCalendar' || command.kind === 'undoWithdrawal' || command.kind === 'undoSettlement';

/** Its version; nothing where the command brings none. */
export const broughtCalendar = (command: CommandBody): string | undefined => {
  if (!bringsCalendar(command)) return undefined;
  return command.kind === 'adoptCalendar' ? command.calendar : command.follow?.calendar;
};
