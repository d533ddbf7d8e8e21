// What `npm run working-days` says of itself: its operations, each with a question that can be copied. It takes no option
// but --help; whatever is asked comes as lines.

import type { Command } from 'commander';
import { ownCommand } from '../commandLine/ownCommand';
import type { Operation } from './answer';

interface Example {
  readonly answers: string;
  readonly question: string;
}

export const EXAMPLES: Readonly<Record<Operation, Example>> = {
  add: {
    answers: 'the day so many working days after another (before it, where they are negative)',
    question: '{"op":"add","start":"2026-03-30","days":5}',
  },
  count: {
    answers: 'how many working days lie after one day, up to another',
    question: '{"op":"count","from":"2026-03-30","to":"2026-04-08"}',
  },
  is: { answers: 'whether a day is a working day', question: '{"op":"is","date":"2026-04-03"}' },
  endOfDay: {
    answers: 'the moment at which a day ends in London',
    question: '{"op":"endOfDay","date":"2026-03-30"}',
  },
  dateOf: {
    answers: 'the day that a moment belongs to in London',
    question: '{"op":"dateOf","instant":"2026-03-30T23:30:00Z"}',
  },
};

export const AT_A_TERMINAL = `A question is a line of JSON, such as ${EXAMPLES.add.question}; Ctrl-D ends. --help shows all of them.`;

const HELP = `
Each line that comes in is one question as JSON, and gets its answer as one line of JSON, in order:

${Object.values(EXAMPLES)
  .map(({ answers, question }) => `  ${question}\n      ${answers}`)
  .join('\n')}

Any of them takes other bank holidays for itself: "holidays":["2026-04-03"].
A line that cannot be answered gets {"error":{"code":…,"message":…}} in its place. It stops no other, and the
command ends with 0 all the same: whoever asks looks for "error" in each answer.

  echo '${EXAMPLES.add.question}' | npm run --silent working-days`;

export const workingDaysCommand = (): Command =>
  ownCommand(
    'working-days',
    'Answers questions about the working days of England and Wales, without a server',
  ).addHelpText('after', HELP);
