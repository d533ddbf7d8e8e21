// The two forms of the page behind an agency's link: what people send with them, what is wrong with it in words for people, and what
// it means. Everything they typed goes back to them with what was wrong.

import { Type, type Static } from 'typebox';
import { ANSWERS, type Answer } from '../../domain/rapidReview/state';
import { strict } from '../fields/fields';
import { LONGEST_ANSWER, LONGEST_NAME } from '../returns/returnBodies';

/** A browser sends texts alone, and of a box that is not ticked nothing. */
const Typed = Type.Optional(Type.String());
export const AnswerForm = Type.Object(
  { key: Typed, answer: Typed, content: Typed, askInstead: Typed, by: Typed },
  strict,
);
export const SecuredForm = Type.Object(
  { key: Typed, paper: Typed, electronic: Typed, locked: Typed, by: Typed },
  strict,
);
export type AnswerTyped = Static<typeof AnswerForm>;
export type SecuredTyped = Static<typeof SecuredForm>;

/** The field, and what would be right. */
export interface Wrong {
  readonly field: string;
  readonly says: string;
}

export type Meant<M> =
  { readonly ok: true; readonly meant: M } | { readonly ok: false; readonly wrong: readonly Wrong[] };

const LONGEST_ORGANISATION = 200;

/** Those of which nothing follows without words. */
const NEEDS_WORDS: readonly Answer[] = ['full', 'partial'];

const wordsIn = (text = ''): string | undefined => (text.trim() === '' ? undefined : text.trim());

const tooLong = (field: string, text: string | undefined, most: number): readonly Wrong[] =>
  text === undefined || text.length <= most
    ? []
    : [
        {
          field,
          says: `This must be ${most} characters or fewer. It has ${text.length}.`,
        },
      ];

const whoAnswers = (by: string | undefined): readonly Wrong[] =>
  by === undefined
    ? [{ field: 'by', says: 'Enter your name and your role' }]
    : tooLong('by', by, LONGEST_NAME);

export interface AnswerMeant {
  readonly answer: Answer;
  readonly by: string;
  readonly content?: string;
  readonly askInstead?: { readonly name: string };
}

const wrongContent = (answer: Answer | undefined, content: string | undefined): readonly Wrong[] =>
  answer !== undefined && NEEDS_WORDS.includes(answer) && content === undefined
    ? [
        {
          field: 'content',
          says: 'Enter what your agency knows, or say how you have sent it to the team',
        },
      ]
    : tooLong('content', content, LONGEST_ANSWER);

const wrongInstead = (answer: Answer | undefined, instead: string | undefined): readonly Wrong[] => {
  if (instead === undefined) return [];
  if (answer !== undefined && answer !== 'wrongOrganisation')
    return [
      {
        field: 'askInstead',
        says: 'Leave this empty, unless we have asked the wrong organisation',
      },
    ];
  return /[\r\n]/.test(instead)
    ? [{ field: 'askInstead', says: 'Enter the name of the organisation on one line' }]
    : tooLong('askInstead', instead, LONGEST_ORGANISATION);
};

export const answerMeant = (typed: AnswerTyped): Meant<AnswerMeant> => {
  const answer = ANSWERS.find((one) => one === typed.answer);
  const [content, by, instead] = [wordsIn(typed.content), wordsIn(typed.by), wordsIn(typed.askInstead)];
  const wrong = [
    ...(answer === undefined ? [{ field: 'answer', says: 'Select what your answer is' }] : []),
    ...wrongContent(answer, content),
    ...wrongInstead(answer, instead),
    ...whoAnswers(by),
  ];
  if (wrong.length > 0 || answer === undefined || by === undefined) return { ok: false, wrong };
  return {
    ok: true,
    meant: {
      ...{ answer, by },
      ...(content === undefined ? {} : { content }),
      ...(instead === undefined ? {} : { askInstead: { name: instead } }),
    },
  };
};

export interface SecuredMeant {
  readonly paper: boolean;
  readonly electronic: boolean;
  readonly locked: boolean;
  readonly by: string;
}

export const securedMeant = ({ paper, electronic, locked, by }: SecuredTyped): Meant<SecuredMeant> => {
  const who = wordsIn(by);
  const wrong = [
    ...(paper === undefined && electronic === undefined
      ? [{ field: 'paper', says: 'Select which records you have secured' }]
      : []),
    ...whoAnswers(who),
  ];
  if (wrong.length > 0 || who === undefined) return { ok: false, wrong };
  return {
    ok: true,
    meant: {
      paper: paper !== undefined,
      electronic: electronic !== undefined,
      locked: locked !== undefined,
      by: who,
    },
  };
};
