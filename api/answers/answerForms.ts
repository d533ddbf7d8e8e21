// The two forms of an agency's pages: what people send with them, what is wrong with it in words for people, and what it means.
// Everything they typed goes back to them with what was wrong.

import { parse } from 'node:querystring';
import { ANSWERS, type Answer } from '../../domain/rapidReview/state';
import { cleanLine, cleanText, isSomeText } from '../fields/readableText';
import { needsWords } from '../returns/answerInWords';
import { LONGEST_ANSWER, LONGEST_NAME } from '../returns/returnBodies';

const FIELDS = ['key', 'answer', 'content', 'askInstead', 'by', 'paper', 'electronic', 'locked'] as const;
/** As texts: a browser sends nothing else, and of a box that is not ticked nothing. */
export type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/** Whatever else stands in a form is passed over: nobody who fills it in can do anything about that. Of several the last. */
export const readForm = (text: string): Typed => {
  const sent = parse(text, '&', '=', { maxKeys: 2 * FIELDS.length });
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const given = [sent[field] ?? []].flat().at(-1);
      return given === undefined ? [] : [[field, given]];
    }),
  );
};

/** The field, and what would be right. */
export interface Wrong {
  readonly field: string;
  readonly says: string;
}

export type Meant<M> =
  | { readonly ok: true; readonly meant: M }
  | { readonly ok: false; readonly wrong: readonly Wrong[] };

const LONGEST_ORGANISATION = 200;

/** With the line ends that people mean, and without what no keyboard types. */
const textIn = (typed = ''): string | undefined => {
  const text = cleanText(typed.replaceAll(/\r\n?|\u0085/g, '\n')).trim();
  return isSomeText(text) ? text : undefined;
};

const lineIn = (typed?: string): string | undefined => {
  const text = textIn(typed);
  return text === undefined ? undefined : cleanLine(text.replaceAll(/\s+/g, ' '));
};

/** `100,000` */
const said = (count: number): string => count.toLocaleString('en-GB');

const tooLong = (field: string, text: string | undefined, most: number): readonly Wrong[] => {
  // As the schemas count: whoever types an emoji types one character.
  const length = Array.from(text ?? '').length;
  return length <= most
    ? []
    : [{ field, says: `This must be ${said(most)} characters or fewer. It has ${said(length)}.` }];
};

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
  answer !== undefined && needsWords(answer) && content === undefined
    ? [{ field: 'content', says: 'Enter what your agency knows, or say how you have sent it to the team' }]
    : tooLong('content', content, LONGEST_ANSWER);

const wrongInstead = (answer: Answer | undefined, instead: string | undefined): readonly Wrong[] =>
  instead !== undefined && answer !== undefined && answer !== 'wrongOrganisation'
    ? [{ field: 'askInstead', says: 'Leave this empty, unless we have asked the wrong organisation' }]
    : tooLong('askInstead', instead, LONGEST_ORGANISATION);

export const answerMeant = (typed: Typed): Meant<AnswerMeant> => {
  const answer = ANSWERS.find((one) => one === typed.answer);
  const [content, by, instead] = [textIn(typed.content), lineIn(typed.by), lineIn(typed.askInstead)];
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
      answer,
      by,
      ...(content === undefined ? {} : { content }),
      ...(instead === undefined ? {} : { askInstead: { name: instead } }),
    },
  };
};

export interface SecuredMeant {
  readonly paper: boolean;
  readonly electronic: boolean;
  readonly locked: true;
  readonly by: string;
}

/** Records that somebody can still change are not secured (C4); what the team hears in other words it records itself. */
export const securedMeant = ({ paper, electronic, locked, by }: Typed): Meant<SecuredMeant> => {
  const who = lineIn(by);
  const wrong = [
    ...(paper === undefined && electronic === undefined
      ? [{ field: 'paper', says: 'Select which records you have secured' }]
      : []),
    ...(locked === undefined
      ? [{ field: 'locked', says: 'Lock the records first, then select that they are locked' }]
      : []),
    ...whoAnswers(who),
  ];
  if (wrong.length > 0 || who === undefined) return { ok: false, wrong };
  return {
    ok: true,
    meant: { paper: paper !== undefined, electronic: electronic !== undefined, locked: true, by: who },
  };
};
