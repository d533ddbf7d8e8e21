// Which time-skipping test server is good enough, and the ways to get one.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { findProgram } from './findProgram.mjs';
import { SetupFailure } from './report.mjs';
import { findOnPath, runTool, toolEnvironment } from './runTool.mjs';
import { downloadWithSdk } from './sdkDownload.mjs';
import { SDK_VERSION } from './versions.mjs';

const VERSION = '1.38.0';
const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>rapid-review</groupId>
  <artifactId>temporal-test-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

// It must end in exec: whoever started it ends it by its process id. The flags make a short life cheap.
const WRAPPER = `#!/bin/sh
# The official time-skipping test server, ${VERSION}.
here=$(cd "$(dirname "$0")" && pwd)
exec "\${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$here/lib/*" io.temporal.testserver.TestServer "$@"
`;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}

/** Starting it is slow for a JVM, so only a new one is really started. */
async function fault(program, { thorough = false } = {}) {
  if (!existsSync(program)) return 'it does not exist';
  if (program.endsWith('.sh') && !process.env.JAVA_HOME && !findOnPath('java'))
    return 'there is no "java" on the search path to run it';
  if (!thorough) return undefined;
  const port = await freePort();
  const child = spawn(program, [String(port)], { stdio: 'ignore' });
  let ended;
  child.once('error', (error) => (ended = `it does not run (${error.code})`));
  child.once('exit', (code) => (ended ??= `it ended at once with code ${code}`));
  try {
    for (const end = Date.now() + 30_000; Date.now() < end && ended === undefined;) {
      if (await listens(port)) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return ended ?? 'it did not listen within 30 s';
  } finally {
    child.kill('SIGKILL');
  }
}

async function resolveWithMaven(folder, cache) {
  const maven = findOnPath('mvn');
  if (!maven) throw new SetupFailure('there is no "mvn" on the search path');
  const pom = join(folder, 'pom.xml');
  writeFileSync(pom, POM);
  const args = ['--batch-mode', '--strict-checksums', '--file', pom, COPY_DEPENDENCIES];
  const output = `-DoutputDirectory=${join(folder, 'lib')}`;
  await runTool(maven, [...args, output], { env: toolEnvironment(cache), cwd: folder });
  rmSync(pom);
  writeFileSync(join(folder, 'test-server.sh'), WRAPPER);
  chmodSync(join(folder, 'test-server.sh'), 0o755);
}

const server = {
  name: 'temporal-test-server',
  title: 'time-skipping test server',
  variable: 'TEMPORAL_TEST_SERVER',
  fault,
  ways: [
    {
      title: "the SDK's own download",
      duration: 'up to 2 minutes; gives up soon on a closed network',
      version: `sdk-${SDK_VERSION}`,
      program: 'test-server',
      make: (folder) => downloadWithSdk('createTimeSkipping', folder, 'test-server'),
    },
    {
      title: `resolving ${VERSION} with Maven`,
      duration: 'about half a minute, once for this user',
      version: VERSION,
      program: 'test-server.sh',
      make: resolveWithMaven,
    },
  ],
  remedy:
    'open the network and run this again; or install a JDK (11 or newer) with Maven and run this again; or let ' +
    'TEMPORAL_TEST_SERVER name a test server that you have.',
};

export const findTemporalTestServer = () => findProgram(server);
