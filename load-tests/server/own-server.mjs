import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAccessKey } from './access-key.mjs';
import { freePort } from './ports.mjs';

const startSeconds = 60;
const stopSeconds = 30;

/** Builds one project in Release and returns the path of its executable. */
export function build(root, project, name = project.split('/').at(-1)) {
  const result = spawnSync('dotnet', ['build', join(root, project), '-c', 'Release', '--nologo', '-v', 'quiet'], {
    cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0) {
    throw new Error(`${project} does not build:\n${result.stdout}${result.stderr}`);
  }

  return join(root, project, 'bin', 'Release', 'net10.0', name);
}

/** Starts the server on free loopback ports with an empty data directory of its own, without a simulator. */
export async function startServer({ executable, network }) {
  const directory = mkdtempSync(join(tmpdir(), 'mse-load-'));
  const data = join(directory, 'data');
  const log = join(directory, 'server.log');
  const [port, mllpPort] = [await freePort(), await freePort()];
  const output = openSync(log, 'w');
  const child = spawn(
    executable,
    ['serve', '--port', String(port), '--mllp-port', String(mllpPort), '--data', data, '--network', network],
    { cwd: directory, stdio: ['ignore', output, output] });
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => resolve({ code: null, error }));
  });
  const server = {
    pid: child.pid, url: `http://127.0.0.1:${port}`, mllp: { host: '127.0.0.1', port: mllpPort }, data, executable,
    stop: () => stop(child, ended),
    log: () => readFileSync(log, 'utf8'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
  try {
    await waitUntilReady(server.url, ended);
    makeAccessKey({ executable, data, network });
  } catch (error) {
    await stop(child, ended);
    throw new Error(`${error.message}\nThe server said:\n${server.log().slice(-4000)}`);
  }

  return server;
}

/** Waits until `/health/ready` says yes. */
export async function waitUntilReady(url, ended = new Promise(() => {})) {
  const limit = Date.now() + startSeconds * 1000;
  let gone = null;
  ended.then((end) => { gone = end; });
  while (Date.now() < limit) {
    if (gone) {
      throw new Error(`The server ended (${gone.error?.message ?? `exit code ${gone.code}`}) before it was ready.`);
    }

    const response = await fetch(new URL('/health/ready', url)).catch(() => null); // refused while it starts
    if (response?.ok) {
      return;
    }

    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }

  throw new Error(`${url}/health/ready did not answer 200 within ${startSeconds} seconds.`);
}

async function stop(child, ended) {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
  }

  const timer = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1000);
  const end = await ended;
  clearTimeout(timer);
  return end;
}
