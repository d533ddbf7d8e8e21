// Somebody at an agency with a browser: follows the link of its mails, sees the page, sends its forms. Requests go on Tuesday
// 31 March, so that returns are due on Thursday 9 April.

import { expect } from '@jest/globals';
import { HtmlValidate } from 'html-validate/node';
import type { LightMyRequestResponse } from 'fastify';
import { answerLinkRestsOn } from '../../domain/rapidReview/returns/answerLink';
import type { CaseReference, CaseWithReview } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { answerLinks } from '../../platform/identity/answerLinks';
import { PUBLIC_URL, type ApiUnderTest } from './apiUnderTest';
import { BOARD, type Cast, COUNCIL, HOSPITAL, POLICE, type Race, SCHOOL } from './cast';

/** Who they say they are. */
export const WHO = 'Canarywho, records manager';

export const askedRace = async (cast: Cast): Promise<Race> => {
  const race = await cast.open({ agencies: [COUNCIL, POLICE, BOARD, SCHOOL, HOSPITAL] });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  return race;
};

export const keyIn = (page: string): string => /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';

const markup = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:standard'],
  // One policy lets this one style in, by its hash; a page has no other file.
  rules: { 'no-inline-style': 'off', 'long-title': 'off' },
});

export const isSoundMarkup = async (page: string): Promise<void> => {
  const { results } = await markup.validateString(page);
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
};

export class AgencyOnline {
  constructor(private readonly under: ApiUnderTest) {}

  async stateOf({ reference }: Race): Promise<CaseWithReview> {
    return (await this.under.records.cases.stateOf(reference as CaseReference))?.state as CaseWithReview;
  }

  versionOf({ reference }: Race): Promise<number> {
    return this.under.records.events.version(reference as CaseReference);
  }

  /** As the mail has it. */
  async linkOf(race: Race, agency: string, ring: KeyRing = this.under.ring): Promise<string> {
    const state = await this.stateOf(race);
    const restsOn = answerLinkRestsOn(state, agency as AgencyId);
    if (restsOn === undefined) throw new Error(`${agency} was not asked`);
    const of = { reference: state.reference, agency: agency as AgencyId };
    return new URL(answerLinks(ring, PUBLIC_URL).urlTo(of, restsOn)).pathname;
  }

  see(path: string): Promise<LightMyRequestResponse> {
    return this.under.app.inject({ method: 'GET', url: path });
  }

  /** The key of a form that was opened. */
  async opens(path: string, form: 'answer' | 'records-secured'): Promise<string> {
    return keyIn((await this.see(`${path}/${form}`)).body);
  }

  send(path: string, form: Readonly<Record<string, string>>): Promise<LightMyRequestResponse> {
    return this.under.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
  }
}
