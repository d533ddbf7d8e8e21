// `npm run token`: what may be asked for, and what is answered. Where the records are is not its matter.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { isOneLine, ONE_LINE, strangerIn } from '../../api/fields/readableText';
import { sayInstant } from '../../api/problems/saying';
import { ownCommand } from '../commandLine/ownCommand';
import { wholeNumber } from '../commandLine/wholeNumber';
import { DAY, type Instant } from '../../domain/calendar/instant';
import { SEATS, type Seat } from '../../domain/policy/policyProfile';
import { ROLES, type ActorId, type Role } from '../../domain/rapidReview/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Records, TokenId, TokenListing } from '../../records/records';

interface Asked {
  readonly role?: Role;
  readonly person?: string;
  readonly actor?: string;
  readonly seat?: readonly Seat[];
  readonly agency?: string;
  readonly days: number;
  readonly list?: true;
  readonly revoke?: string;
}

/** The message is for the person at the terminal. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  constructor(sentence: string) {
    super(`${sentence} Nothing was changed.`);
  }
}

const LONGEST_DAYS = 366;
/** Unless another number is given. */
export const GOOD_DAYS = 90;

const days = wholeNumber('days', LONGEST_DAYS);

const seats = (text: string, before: readonly Seat[] = []): readonly Seat[] => {
  const seat = SEATS.find((known) => known === text);
  if (seat === undefined) throw new InvalidArgumentError(`One of ${SEATS.join(', ')} is expected.`);
  return [...before.filter((other) => other !== seat), seat];
};

const OF_A_NEW_ONE = ['role', 'person', 'actor', 'seat', 'agency'] as const;

const commandLine = (): Command =>
  ownCommand('token', 'Makes, lists and revokes the tokens with which people and systems reach the API.')
    .addOption(new Option('--role <role>', 'what they may do').choices([...ROLES]))
    .option('--person <name>', 'whom it is for; the name is kept encrypted')
    .option('--actor <code>', 'a further token for somebody known, such as P-0001, instead of --person')
    .option('--seat <seat>', `for a partnerDelegate, once for each: ${SEATS.join(', ')}`, seats)
    .option('--agency <id>', 'for an agencyContact, such as AG-0001')
    .option('--days <number>', 'how long it is good', days, GOOD_DAYS)
    .addOption(new Option('--list', 'every token ever made').conflicts(['revoke', ...OF_A_NEW_ONE]))
    .addOption(
      new Option('--revoke <id>', 'take a token back, such as TK-0001').conflicts([...OF_A_NEW_ONE]),
    );

/** For a name that a lost master key has sealed. */
const UNREADABLE = '(name not readable: its master key is not there)';

const listed = (
  { tokenId, actor, role, seats: held, agency, person, expiresAt, revokedAt }: TokenListing,
  at: Instant,
): string => {
  const whole = [role, ...held, ...(agency === undefined ? [] : [agency])].join(' ');
  const expired = expiresAt !== undefined && at >= expiresAt;
  const state =
    revokedAt !== undefined
      ? `revoked ${sayInstant(revokedAt)}`
      : expiresAt === undefined
        ? 'in force'
        : `${expired ? 'expired' : 'in force until'} ${sayInstant(expiresAt)}`;
  return [tokenId, actor, whole, person ?? UNREADABLE, state].join('  ');
};

/** What does not fit together is refused before anything is made. */
const fitting = ({ role, person, actor, seat, agency }: Asked): Role => {
  const refuse = (sentence: string): never => {
    throw new TokenRefused(sentence);
  };
  if (role === undefined)
    return refuse('--role is missing: say what the token is for, or use --list or --revoke.');
  // A list of tokens has a line for each: no name may look like another.
  const stranger = strangerIn(person, ONE_LINE);
  if (stranger !== undefined) refuse(`--person ${stranger}.`);
  if ((person === undefined || !isOneLine(person)) === (actor === undefined)) {
    refuse('Say whom it is for: either --person "…", or --actor for somebody known.');
  }
  if ((role === 'partnerDelegate') !== (seat !== undefined)) {
    refuse('--seat goes with the role partnerDelegate, which needs one or more.');
  }
  if ((role === 'agencyContact') !== (agency !== undefined)) {
    refuse('--agency goes with the role agencyContact, which needs one.');
  }
  return role;
};

const issue = async (records: Records, asked: Asked, at: Instant): Promise<readonly string[]> => {
  const role = fitting(asked);
  const { person, actor, seat, agency } = asked;
  if (agency !== undefined && (await records.agencies.byId(agency as AgencyId)) === undefined) {
    throw new TokenRefused(`There is no agency ${JSON.stringify(agency)} in the register.`);
  }
  if (actor !== undefined && (await records.people.nameOf(actor as ActorId)) === undefined) {
    throw new TokenRefused(
      `There is nobody with the code ${JSON.stringify(actor)}; --list shows who is known.`,
    );
  }
  const expiresAt = (at + asked.days * DAY) as Instant;
  const issued = await records.people.issue({
    role,
    at,
    expiresAt,
    person: person?.trim() ?? '',
    ...(actor === undefined ? {} : { actor: actor as ActorId }),
    ...(seat === undefined ? {} : { seats: seat }),
    ...(agency === undefined ? {} : { agency: agency as AgencyId }),
  });
  return [
    issued.token,
    '',
    `${issued.tokenId} for ${issued.actor}, good until ${sayInstant(expiresAt)}.`,
    'It is shown this once and kept nowhere; hand it over by a way that you trust.',
  ];
};

/** Reads the command line without touching the records, so that a mistyped one needs no database. */
export const readTokenCommand = (
  args: readonly string[],
  configure: (command: Command) => Command = (c) => c,
): Asked =>
  configure(commandLine())
    .parse([...args], { from: 'user' })
    .opts<Asked>();

/** The lines to show. */
export const runTokenCommand = async (
  records: Records,
  asked: Asked,
  at: Instant,
): Promise<readonly string[]> => {
  if (asked.list === true) {
    const tokens = await records.people.list();
    return tokens.length === 0 ? ['No token has been made yet.'] : tokens.map((token) => listed(token, at));
  }
  if (asked.revoke !== undefined) {
    if (await records.people.revoke(asked.revoke as TokenId, at)) return [`${asked.revoke} is revoked.`];
    const tokens = await records.people.list();
    if (tokens.some(({ tokenId }) => tokenId === asked.revoke))
      return [`${asked.revoke} was revoked already.`];
    throw new TokenRefused(`There is no token ${JSON.stringify(asked.revoke)}; --list shows every token.`);
  }
  return issue(records, asked, at);
};
