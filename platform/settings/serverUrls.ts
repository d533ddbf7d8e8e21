// Which texts are the URL of a server at all. What begins as one may be none: a `#` or a `/` that stands in a password as it is ends the
// host before it. Where such a text is taken apart later, it may be shown with what went wrong, password and all.

/** In what follows a `?`. */
const UNESCAPED = /[/?@]/;

const ESCAPED = 'what is special in a password stands as in any URL (@ as %40, # as %23)';

/** Nothing that a password may hold is left over behind the host. */
export const isMailServer = (text: string): boolean => {
  if (/\s/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(text);
  return (
    ['smtp:', 'smtps:'].includes(protocol) &&
    hostname !== '' &&
    ['', '/'].includes(pathname) &&
    hash === '' &&
    !UNESCAPED.test(search.slice(1))
  );
};

/** Completing "NAME must be ...". */
export const A_MAIL_SERVER = `the URL of a mail server, such as smtps://name:password@mail.example:465; ${ESCAPED}`;

const A_DATABASE = `a URL that can be read, such as postgres://name:password@host:5432/database; ${ESCAPED}`;

export const urlProblems = ({
  SMTP_URL,
  DATABASE_URL,
}: {
  readonly SMTP_URL?: string;
  readonly DATABASE_URL?: string;
}): readonly string[] => [
  ...(SMTP_URL === undefined || isMailServer(SMTP_URL) ? [] : [`SMTP_URL must be ${A_MAIL_SERVER}.`]),
  ...(DATABASE_URL === undefined || URL.canParse(DATABASE_URL)
    ? []
    : [`DATABASE_URL must be ${A_DATABASE}.`]),
];
