// How each command that a document quotes is run by a test. One that is quoted and not here, or here and not quoted, fails
// test/architecture/documentedCommands.test.ts; test/system/documentedCommands.test.ts runs what says so.

export type HowRun =
  /** Run as it stands in the project's folder, ending with 0; its output must look like that. */
  | { readonly run: 'here'; readonly says: RegExp }
  /** A curl line, run in its order against the real engine, with its address, token, reference and texts put in; 2xx. */
  | { readonly run: 'engine' }
  /** Another test runs the same program: it, or what it imports, names it. */
  | { readonly run: 'there'; readonly test: string; readonly program: string }
  /** It needs containers, which no test has: the test holds it against docker-compose.yml and what else the documents say. */
  | { readonly run: 'compared'; readonly test: string; readonly program: string }
  /** Too dear for a test: asked for its help instead, which must know every option that is quoted. */
  | { readonly run: 'help'; readonly because: string }
  /** No program: what the reader puts in. */
  | { readonly run: 'given' };

export const howCommandsRun: Readonly<Record<string, HowRun>> = {
  'npm start': { run: 'there', test: 'test/system/start/npmStart.test.ts', program: 'cli/start/main.ts' },
  'npm test': { run: 'there', test: 'test/unit/setup/setup.test.ts', program: 'testSteps.mjs' },
  'npm run demo': { run: 'there', test: 'test/system/demo.test.ts', program: 'cli/demo/main.ts' },
  'npm run demo -- --story proclaimed': {
    run: 'there',
    test: 'test/system/demoProclaimed.test.ts',
    program: 'cli/demo/main.ts',
  },
  'TOKEN=…': { run: 'given' },
  'curl … /cases': { run: 'engine' },
  'curl … /cases/RR-2026-0001/scoping-requests': { run: 'engine' },
  'curl … /cases/RR-2026-0001/timetable.txt': { run: 'engine' },
  'curl … /cases/RR-2026-0001/timetable/completeLocal.txt': { run: 'engine' },
  'curl … /cases/RR-2026-0001/chronology.txt': { run: 'engine' },
  'curl … /cases/RR-2026-0001/timestamps/referralReceived/corrections/preview.txt': { run: 'engine' },
  'curl … /cases/RR-2026-0001/timestamps/referralReceived/corrections': { run: 'engine' },
  'curl … /calendar-changes/preview.txt': { run: 'engine' },
  'curl … /calendar-changes': { run: 'engine' },
  'npm run --silent timetable -- --received 2026-03-30T16:20:00+01:00 --sent 2026-04-01': {
    run: 'here',
    says: /Wed 22 April 2026|22 April/,
  },
  [`echo '{"op":"add","start":"2026-03-30","days":5}' | npm run --silent working-days`]: {
    run: 'here',
    says: /2026-04-08/,
  },
  'npm run stack': { run: 'help', because: 'the first builds a server, which takes minutes' },
  'npm run backup': { run: 'there', test: 'test/system/restored.test.ts', program: 'backup/--to' },
  'npm run backup -- --to /backups/rapid-review/monday': {
    run: 'there',
    test: 'test/system/restored.test.ts',
    program: 'backup/--to',
  },
  'npm run restore -- --from <folder>': {
    run: 'there',
    test: 'test/system/restored.test.ts',
    program: 'restore/--from',
  },
  'docker compose exec postgres createdb --username postgres --owner engine restore_test': {
    run: 'compared',
    test: 'test/architecture/deployment.test.ts',
    program: 'createdb',
  },
  [`docker compose run --rm --volume ./backups:/backups migrate node dist/cli/restore/main.js \\
  --from "/backups/$(ls -t backups | head -n 1)" --into restore_test`]: {
    run: 'there',
    test: 'test/system/restored.test.ts',
    program: 'restoredBeside(engine)',
  },
  'docker compose exec postgres dropdb --username postgres restore_test': {
    run: 'compared',
    test: 'test/architecture/deployment.test.ts',
    program: 'dropdb',
  },
  'npm run restore -- --cases': {
    run: 'there',
    test: 'test/system/restored.test.ts',
    program: 'restore/--cases',
  },
  'npm run verify': { run: 'there', test: 'test/system/restored.test.ts', program: `'verify'` },
  'npm run verify -- --against-temporal': {
    run: 'there',
    test: 'test/system/restored.test.ts',
    program: 'verify/--against-temporal',
  },
  'npm run keys -- show': {
    run: 'there',
    test: 'test/system/keyRotation.test.ts',
    program: 'keys/show',
  },
  'npm run keys -- acts <reference>': {
    run: 'there',
    test: 'test/system/keyRotation.test.ts',
    program: 'keys/acts',
  },
  'npm run keys -- acts RR-2026-0001': {
    run: 'there',
    test: 'test/system/keyRotation.test.ts',
    program: 'keys/acts',
  },
  'npm run keys -- hold RR-2026-0001 --by P-0001 --why "…"': {
    run: 'there',
    test: 'test/system/keyRotation.test.ts',
    program: `ask('hold')`,
  },
  'npm run keys -- release RR-2026-0001 --by P-0001 --why "…"': {
    run: 'there',
    test: 'test/system/keyRotation.test.ts',
    program: `ask('release')`,
  },
  'npm run keys -- destroy RR-2026-0001 --by P-0001 --why "…"': {
    run: 'there',
    test: 'test/system/keyRotation.test.ts',
    program: `ask('destroy')`,
  },
  'npm run keys -- destroy RR-2026-0001 --by P-0001 --why "…" --confirm RR-2026-0001': {
    run: 'there',
    test: 'test/system/keyRotation.test.ts',
    program: 'destroy/--confirm',
  },
  [`grep -h "\${REQUEST_ID:?}" api*.log | jq -c '{time, msg, reference, commandId}'`]: {
    run: 'there',
    test: 'test/api/requestLog.test.ts',
    program: 'REQUEST_ID',
  },
  [`grep -h "\${COMMAND_ID:?}" api*.log worker*.log | jq -c '{time, process, msg, reference, runId}'`]: {
    run: 'there',
    test: 'test/api/requestLog.test.ts',
    program: 'COMMAND_ID',
  },
  'echo "codec-2026-04:$(openssl rand -base64 32)"': {
    run: 'here',
    says: /^codec-2026-04:[A-Za-z0-9+/]{43}=$/m,
  },
  'npm run bench -- deadlines [--json]': {
    run: 'help',
    because: 'it installs the libraries to compare with',
  },
  'npm run bench -- performance [--json] [--write]': {
    run: 'help',
    because: 'it takes ten minutes',
  },
  'npm run bench -- agreement': { run: 'help', because: 'it makes a Python environment' },
  'npm run bench -- recompute [--json]': { run: 'help', because: 'it takes four minutes' },
  'npm run bench -- outside-client --token …': { run: 'help', because: 'it asks for ten minutes' },
  'npm run mutation': { run: 'help', because: 'it takes up to half an hour' },
  "npx stryker run --mutate 'domain/calendar/londonTime.ts:14-24'": {
    run: 'help',
    because: 'it takes minutes',
  },
};

/** Under which name a command is in the table: a curl line by the path that it asks. */
export const nameOf = (command: string): string => {
  const path = /^curl\b[^]*?http:\/\/127\.0\.0\.1:3000(?<path>\/\S*)/.exec(command)?.groups?.['path'];
  return path === undefined ? command : `curl … ${path}`;
};
