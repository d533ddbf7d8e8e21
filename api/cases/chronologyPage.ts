// The chronology as a page of text for people: each event with its number and moment, who did it under which role, what, and the
// texts beside it. The words are those of the data; nothing is said here that is not there.

import { capital } from '../chronology/sayings';
import { sayPresented } from '../problems/saying';
import { textOnPage } from '../texts/textOnPage';
import type { ChronologyView, EntryView } from './chronologySchema';

const linesOf = ({ number, at, who, authority, what, texts }: EntryView): readonly string[] => [
  `${number}. ${sayPresented(at)}, ${who} (${authority})`,
  `   ${what}`,
  ...texts.flatMap(({ of, ...text }) => textOnPage(capital(of), text)),
  '',
];

export const chronologyPage = ({ reference, version, events }: ChronologyView): string =>
  [`The chronology of ${reference} (version ${version}), in London time`, '', ...events.flatMap(linesOf)]
    .map((line) => line.trimEnd())
    .join('\n');
