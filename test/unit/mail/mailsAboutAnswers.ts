// What an agency hears of its answers, with the facts of the day it goes: a receipt, one that was sent back, one that it never gave.

import type { Notice } from '../../../domain/rapidReview/notices';
import { facts, type Mails, notice, on, recordsDue, returnDue, RIVERBEND } from './examples';

const sentBack = (number: number): Notice => notice({ kind: 'returnSentBack', agency: RIVERBEND, number });

const byMistake = (number: number): Notice =>
  notice({ kind: 'answerByMistake', agency: RIVERBEND, number, on: on('2026-04-07') });

const received = (answer: 'nil' | 'partial' | 'full'): Notice =>
  notice({ kind: 'answerReceived', agency: RIVERBEND, number: 1, answer, on: on('2026-04-08') });

export const MAILS_ABOUT_ANSWERS = {
  answerReceived: [received('nil'), facts({ today: on('2026-04-08') })],
  answerReceivedInPart: [received('partial'), facts({ today: on('2026-04-08') })],
  answerReceivedRecordsOwed: [received('full'), facts({ today: on('2026-04-08'), recordsOwed: true })],
  answerReceivedAfterEnd: [received('partial'), facts({ today: on('2026-04-08'), hasEnded: true })],
  returnSentBack: [sentBack(1), facts({ today: on('2026-04-08'), dates: [returnDue] })],
  answerByMistake: [byMistake(1), facts({ today: on('2026-04-08'), dates: [returnDue, recordsDue] })],
  answerByMistakeLate: [
    byMistake(2),
    facts({ today: on('2026-04-15'), dates: [{ ...returnDue, missed: true }] }),
  ],
  returnSentBackLate: [
    sentBack(2),
    facts({ today: on('2026-04-13'), dates: [{ ...returnDue, missed: true }, recordsDue] }),
  ],
  returnSentBackThatSaidNotKnown: [
    sentBack(1),
    facts({ today: on('2026-04-08'), dates: [returnDue], saidInstead: 'notKnown' }),
  ],
  returnSentBackRecordsOwed: [sentBack(1), facts({ today: on('2026-04-08'), dates: [recordsDue] })],
  returnSentBackAnswered: [sentBack(1), facts({ today: on('2026-04-09'), dates: [] })],
} as const satisfies Mails;
