// What was established about the referral, its timestamps, the agencies and the requests to them, in words.

import { sayDate } from '../../domain/calendar/civilDate';
import type { ReferralEvent } from '../../domain/rapidReview/referral/events';
import type { PartOfParticulars } from '../../domain/rapidReview/referral/partsOfParticulars';
import type { ScopingEvent } from '../../domain/rapidReview/scoping/events';
import type { Nature } from '../../domain/rapidReview/state';
import { sayList } from '../../domain/timetable/explanation';
import { WAY_WORDS } from '../problems/reviewTerms';
import { TIMESTAMP_WORDS } from '../../domain/policy/timestampWords';
import { sayInstant, sayInstead } from '../problems/saying';
import { count, type Sayings } from './sayings';

const NATURE_WORDS: Readonly<Record<Nature, string>> = {
  suspectedAbuseOrNeglect: 'suspected abuse or neglect',
  lookedAfterChildDeath: "a looked-after child's death without suspected abuse or neglect",
  careLeaverDeath: "a care leaver's death without suspected abuse or neglect",
};

const PART_WORDS: Readonly<Record<PartOfParticulars, string>> = {
  referrer: 'who referred',
  incident: 'what happened',
  children: 'who the children are',
};

export const sayReferral: Sayings<ReferralEvent> = {
  CaseOpened: ({ nature, receivedAt, episodeOf }) =>
    `Referral logged${episodeOf === undefined ? '' : ` as a further episode of ${episodeOf}`}: ${NATURE_WORDS[nature]}, received on ${sayInstant(receivedAt)}.`,
  TimestampRecorded: ({ timestamp, at }) =>
    `Recorded: ${TIMESTAMP_WORDS[timestamp]} was on ${sayInstant(at)}.`,
  TimestampCorrected: ({ timestamp, at, was, of, counts }) => {
    if (at === undefined)
      return `Recorded by mistake: ${TIMESTAMP_WORDS[timestamp]}, given as ${sayInstant(was)}, is not known.`;
    const what = of === undefined ? TIMESTAMP_WORDS[timestamp] : `the receipt of ${of}`;
    const other = counts === undefined ? '' : ` An earlier receipt counts, on ${sayInstant(counts)}.`;
    return `Corrected: ${what} was on ${sayInstead(at, was)}.${other}`;
  },
  ParticularsCorrected: ({ parts }) =>
    `Corrected or completed: ${sayList(parts.map((part) => PART_WORDS[part]))}.`,
};

export const sayScoping: Sayings<ScopingEvent> = {
  AgencyIdentified: ({ agency, identified, foundBefore, proposal }, name) =>
    identified === 'withReferral'
      ? `${name(agency)} was named in the referral.`
      : `${name(agency)} was added to the case${proposal === undefined ? '' : `, as was proposed (number ${proposal})`}${foundBefore === true ? `; it had been found on ${sayInstant(identified)}` : ''}.`,
  AgencyIdentifiedCorrected: ({ agency, was, at }, name) =>
    `Corrected: ${name(agency)} was found on ${sayInstead(at, was)}.`,
  AgencyRemoved: ({ agency }, name) => `${name(agency)} was taken off the case: it was on it by mistake.`,
  ScopingRequested: ({ agency, sending, contacts }, name) =>
    sending === 1
      ? `The scoping request to ${name(agency)} was put in the outgoing mail, for ${count(contacts.length, 'contact')}.`
      : `The scoping request to ${name(agency)} was put in the outgoing mail again (sending ${sending}).`,
  ScopingRequestSent: ({ agency, on, channel }, name) =>
    `The scoping request to ${name(agency)} was sent on ${sayDate(on)}, ${WAY_WORDS[channel]}.`,
  RequestSentCorrected: (
    { agency, was, on, channel, acceptedAt, mailedOn, mailCameBack, mailAnswered, mailArrived },
    name,
  ) => {
    if (mailedOn !== undefined && mailCameBack !== undefined)
      return `The mail of ${sayDate(was)} with the scoping request to ${name(agency)} came back from every address, and it was mailed again on ${sayDate(mailedOn)}; the agency had answered before that: it counts from the first.`;
    if (mailedOn !== undefined)
      return `The mail with the scoping request to ${name(agency)} went on ${sayDate(mailedOn)}; it went another way on ${sayDate(on)}, and counts from then.`;
    if (mailCameBack !== undefined)
      return `The mail of ${sayDate(was)} with the scoping request to ${name(agency)} came back from every address: the request counts from ${sayDate(on)}, when it ${channel === 'mail' ? 'was mailed again' : 'went another way'}.`;
    if (mailAnswered !== undefined)
      return `${name(agency)} had answered before the scoping request ${channel === 'mail' ? 'was mailed again' : 'went another way'} on ${sayDate(was)}: it counts from ${sayDate(on)}, when it was mailed.`;
    if (mailArrived !== undefined)
      return `The scoping request to ${name(agency)} counts from ${sayDate(on)} again, when it was mailed, and not from ${sayDate(was)}.`;
    if (acceptedAt !== undefined)
      return `The mail with the scoping request to ${name(agency)} had gone on ${sayDate(on)} already, before it went another way on ${sayDate(was)}.`;
    const way = channel === undefined ? '' : `, ${WAY_WORDS[channel]}`;
    const not = on === was ? '' : `, not on ${sayDate(was)}`;
    return `Corrected: the scoping request to ${name(agency)} was sent on ${sayDate(on)}${way}${not}.`;
  },
  RequestBounced: ({ agency, contact, how }, name) =>
    how === 'returned'
      ? `The mail to ${contact} of ${name(agency)} came back.`
      : `The mail server refused the address of ${contact} of ${name(agency)}, or it cannot be written to.`,
  RequestBounceCorrected: ({ agency, contact, stands }, name) => {
    const recorded = `Corrected: it was recorded by mistake that the mail to ${contact} of ${name(agency)} came back.`;
    if (stands === undefined) return recorded;
    const from = stands.on === undefined ? '' : `, sent on ${sayDate(stands.on)}`;
    return `${recorded} The scoping request is not void, and stands as it was${from}.`;
  },
  RequestVoided: ({ agency, cause }, name) =>
    cause === 'everyAddressBounced'
      ? `The scoping request to ${name(agency)} is void: every address bounced. It is due again.`
      : `The scoping request to ${name(agency)} was declared void. It is due again.`,
};
