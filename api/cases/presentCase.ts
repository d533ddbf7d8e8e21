// One case as the API shows it: its facts and its agencies, by code and date. No particulars, no texts, and no dates that
// are worked out: those are in its timetable.

import { formatInstant, type Instant } from '../../domain/calendar/instant';
import { ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { excludedAt } from '../../domain/rapidReview/agenciesOfCase';
import type { Naming } from '../../domain/rapidReview/duplicates/state';
import type { Ending } from '../../domain/rapidReview/ending/state';
import type { AgencyOnCase, AgencyProposed, AnyCase } from '../../domain/rapidReview/state';
import { dueDates } from '../../domain/timetable/dueDates';
import type { AgencyFacts, AgencyId } from '../../domain/timetable/facts';
import type { CaseNaming, FoldedCase } from '../../records/records';
import { momentUnder } from '../fields/momentUnder';
import { ENDING_WORDS } from '../problems/reviewTerms';
import { capital } from '../chronology/sayings';
import type { CaseView } from './oneCaseSchema';
import type { WarningView } from './presentWarnings';
import type { NameAgency } from '../agencies/namesOfAgencies';

type AgencyView = CaseView['agencies'][number];

const instants = <N extends string>(
  given: Readonly<Partial<Record<N, Instant>>>,
): Partial<Record<N, string>> =>
  Object.fromEntries(
    Object.entries(given).map(([name, at]) => [name, formatInstant(at as Instant)]),
  ) as Partial<Record<N, string>>;

/** A case that is only recorded asks nobody: its agencies have but their facts. */
type KnownAgency = AgencyFacts & Partial<AgencyOnCase>;

const requestView = ({
  sent,
  request,
}: KnownAgency): Pick<AgencyView, 'request' | 'round' | 'sendings' | 'contacts' | 'sentOn' | 'channel'> => ({
  request: sent !== undefined ? 'sent' : request !== undefined ? 'asked' : 'notAsked',
  ...(request === undefined
    ? {}
    : {
        round: request.round,
        sendings: request.sendings,
        contacts: request.contacts.map(({ contact, bounced }) => ({ contact, bounced })),
      }),
  ...(sent === undefined ? {} : { sentOn: sent.on, channel: sent.channel }),
});

export const returnViews = (returns: AgencyOnCase['returns']): AgencyView['returns'] =>
  returns.map(({ number, answer, on, judged }) => ({
    number,
    answer,
    on,
    ...(judged === undefined ? {} : { judged }),
  }));

/** The agencies of which the date agreed has fallen away with the day it was agreed upon. Most cases have agreed none, and count none. */
const lapsedAt = (state: AnyCase, calendar: WorkingCalendar): ReadonlySet<AgencyId> => {
  if (state.agencies.every(({ agreed }) => agreed === undefined)) return new Set();
  return new Set(
    (ifCovered(() => dueDates(state, calendar)) ?? []).flatMap(({ obligation, agency, counting }) =>
      obligation === 'agencyReturn' && agency !== undefined && counting?.anchor !== 'agreed' ? [agency] : [],
    ),
  );
};

const agencyView = (state: AnyCase, onCase: KnownAgency, name: NameAgency, lapsed: boolean): AgencyView => {
  const { agency, identified, agreed, remindedOn, recordsSecuredOn } = onCase;
  return {
    agency,
    name: name(agency),
    identified: identified === 'withReferral' ? identified : formatInstant(identified),
    ...requestView(onCase),
    voidRounds: onCase.voidRounds ?? 0,
    reminders: onCase.reminders ?? 0,
    ...(remindedOn === undefined ? {} : { remindedOn }),
    returns: returnViews(onCase.returns ?? []),
    ...(agreed === undefined || lapsed ? {} : { agreedDate: agreed.due }),
    ...(recordsSecuredOn === undefined ? {} : { recordsSecuredOn }),
    excludedContacts: [...excludedAt(state, agency)],
    escalationConfirmed: onCase.escalationConfirmed === true,
  };
};

const endingView = ({ cause, on, into }: Ending): NonNullable<CaseView['ending']> => ({
  cause,
  on,
  inWords: `${capital(ENDING_WORDS[cause])}.`,
  ...(into === undefined ? {} : { into }),
});

/** Where one is proposed by its name alone, that is a text: it stands in the chronology, at the event of that number. */
const sayProposal = ({ proposal, by, agency }: AgencyProposed, name: NameAgency): string =>
  agency === undefined
    ? `${name(by)} names an organisation by its name alone, which is in the chronology, at number ${proposal}. Look for it in the register, and add it to the case with "proposal": ${proposal}, or decline proposal ${proposal}.`
    : `${name(by)} names ${name(agency)} as the one to ask instead. Add it to the case, or decline proposal ${proposal}.`;

const SAY_NAMING: Readonly<Record<Naming, string>> = {
  episode: 'is a further episode of this case',
  maybeSame: 'may be about the same incident, and nobody has settled that yet',
  linked: 'is linked with this case',
  keptApart: 'is kept apart from this case',
  absorbed: 'goes on for this case, which was merged into it',
};

/** Of two that absorbed each other one goes on, and is merged into none; what this case has settled itself waits for nobody. */
const isSo = (state: AnyCase, { by, as }: CaseNaming): boolean => {
  if (as === 'absorbed') return state.status === 'ended' && state.ending.into === by;
  if (as !== 'maybeSame' || state.status === 'recordedOnly') return true;
  return !state.duplicates.some(({ of, settled }) => of === by && settled !== undefined);
};

const sayNaming = ({ by, as }: CaseNaming): CaseView['namedBy'][number] => ({
  by,
  as,
  inWords: `${by} ${SAY_NAMING[as]}.`,
});

/** A case that is only recorded settles nothing, and keeps what its referral named in its events alone (R22). */
const relations = (
  state: AnyCase,
  events: FoldedCase['events'],
  name: NameAgency,
): Pick<CaseView, 'proposals' | 'duplicates' | 'receivedItself'> =>
  state.status === 'recordedOnly'
    ? {
        proposals: [],
        duplicates: events.flatMap(({ kind, body }) => (kind === 'DuplicateNoted' ? [{ of: body.of }] : [])),
      }
    : {
        proposals: state.proposals.map((proposed) => ({
          ...proposed,
          at: formatInstant(proposed.at),
          inWords: sayProposal(proposed, name),
        })),
        duplicates: state.duplicates.map(({ of, settled, receivedAt }) => ({
          of,
          ...(settled === undefined ? {} : { settled }),
          ...momentUnder('receivedAt', receivedAt),
        })),
        ...momentUnder('receivedItself', state.receivedItself),
      };

export const presentCase = (
  { state, events, calendar }: FoldedCase,
  name: NameAgency,
  warnings: WarningView[],
  namedBy: readonly CaseNaming[],
): CaseView => {
  const lapsed = lapsedAt(state, calendar);
  const [opened] = events;
  const episodeOf = opened?.kind === 'CaseOpened' ? opened.body.episodeOf : undefined;
  return {
    reference: state.reference,
    version: state.version,
    status: state.status,
    nature: state.nature,
    profile: { id: state.profile.id, version: state.profile.version },
    calendar: state.calendar,
    ...(episodeOf === undefined ? {} : { episodeOf }),
    ...(state.status === 'ended' ? { ending: endingView(state.ending) } : {}),
    timestamps: instants(state.timestamps),
    agencies: state.agencies.map((onCase) => agencyView(state, onCase, name, lapsed.has(onCase.agency))),
    ...relations(state, events, name),
    namedBy: namedBy.filter((naming) => isSo(state, naming)).map(sayNaming),
    warnings,
  };
};
