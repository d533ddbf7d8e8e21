// One set-up at a time: two that run at once would destroy each other's unfinished work. The lock names
// its holder and is touched while held; one whose holder is dead or silent is taken over.
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { say } from './report.mjs';

const TOUCH_MS = 5_000;
const SILENT_MS = 60_000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The text of a lock that nobody holds any more, or undefined. */
function abandoned(path) {
  try {
    const text = readFileSync(path, 'utf8');
    const { pid, host } = JSON.parse(text);
    const silent = Date.now() - statSync(path).mtimeMs > SILENT_MS;
    return silent || (host === hostname() && !isAlive(pid)) ? text : undefined;
  } catch {
    return undefined; // Just released, or just being written.
  }
}

/** Moves an abandoned lock aside; puts it back when somebody quicker had already replaced it. */
function clear(path, text) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, path);
  } catch {
    // Somebody else cleared it first: the next try shows who holds it now.
  }
  rmSync(aside, { force: true });
}

function take(path) {
  const mine = `${path}.${process.pid}.new`;
  const text = JSON.stringify({ pid: process.pid, host: hostname(), at: new Date().toISOString() });
  writeFileSync(mine, text);
  try {
    linkSync(mine, path); // Appears with its content, and fails when there is one.
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

export async function withLock(path, work) {
  for (let told = false; !take(path); told = true) {
    const text = abandoned(path);
    if (text !== undefined) {
      clear(path, text);
      continue;
    }
    if (!told) say(`  Another set-up is at work (${path}); waiting for it to finish.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  const touch = setInterval(() => utimesSync(path, new Date(), new Date()), TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    process.removeListener('exit', release);
    release();
  }
}
