// Finds a program, a server or a browser, in a fixed order (named by the user, on the search path, in the cache, made anew
// by each way in turn) and says why each way failed. What is good enough and what the ways are, each one's own file decides.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, publishEntry, stateOfEntry, unfinishedFolder } from './cache.mjs';
import { withLock } from './lock.mjs';
import { say, seconds, SetupFailure } from './report.mjs';
import { findOnPath } from './runTool.mjs';

/** The first sound entry of the cache; unsound ones are said, so that they can be made anew. */
async function cached(wanted, cache, told) {
  for (const way of wanted.ways) {
    const entry = join(cache, wanted.name, way.version);
    const state = await stateOfEntry(entry);
    if (state === 'absent') continue;
    const wrong = state === 'sound' ? await wanted.fault(join(entry, way.program)) : state;
    if (wrong === undefined) return join(entry, way.program);
    if (!told.has(entry)) say(`  The cached ${wanted.title} is damaged: ${wrong}. It is made anew.`);
    told.add(entry);
  }
  return undefined;
}

/** Makes it in an unfinished folder, tries it, and only then puts it into the cache. */
async function make(wanted, way, cache) {
  const entry = join(cache, wanted.name, way.version);
  const unfinished = unfinishedFolder(entry);
  try {
    await way.make(unfinished, cache);
    const wrong = await wanted.fault(join(unfinished, way.program), { thorough: true });
    if (wrong !== undefined) throw new SetupFailure(wrong);
    await publishEntry(unfinished, entry);
    return join(entry, way.program);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The line of a tool's last words that says most; the whole is shown when no way is left. */
function inShort({ message }) {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.slice(1).find((line) => /error|failed/i.test(line)) ?? lines.at(-1);
  return telling.trim().slice(0, 160);
}

async function makeByAnyWay(wanted, cache, tried) {
  for (const way of wanted.ways) {
    const start = Date.now();
    say(`- ${wanted.title}: ${way.title} (${way.duration})`);
    try {
      const program = await make(wanted, way, cache);
      say(`  done in ${seconds(start)}: ${program}`);
      return program;
    } catch (error) {
      tried.push(`${way.title}: ${error.message}`);
      say(`  failed after ${seconds(start)}: ${inShort(error)}`);
    }
  }
  const reasons = tried.map((reason) => `  * ${reason.replaceAll('\n', '\n      ')}`).join('\n');
  throw new SetupFailure(
    `The ${wanted.title} could not be had. Tried:\n${reasons}\nWhat to do: ${wanted.remedy}`,
  );
}

export async function findProgram(wanted) {
  const named = process.env[wanted.variable];
  if (named) {
    const wrong = await wanted.fault(named);
    if (wrong === undefined) return named;
    throw new SetupFailure(`${wanted.variable} names ${named}, but ${wrong}. Correct it, or unset it.`);
  }
  const tried = [];
  for (const name of [wanted.onPath ?? []].flat()) {
    const installed = findOnPath(name);
    if (!installed) continue;
    const wrong = await wanted.fault(installed);
    if (wrong === undefined) return installed;
    tried.push(`${installed}, found on this machine: ${wrong}`);
  }
  const cache = cacheFolder();
  const told = new Set();
  return (
    (await cached(wanted, cache, told)) ??
    (await withLock(
      join(cache, `${wanted.name}.lock`),
      async () =>
        // Another set-up may have made it while we waited for the lock.
        (await cached(wanted, cache, told)) ?? (await makeByAnyWay(wanted, cache, tried)),
    ))
  );
}
