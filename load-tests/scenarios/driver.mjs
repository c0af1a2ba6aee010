import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Runs the driver to its end and returns the JSON it prints. It stops by itself; the limit is a second guard. */
export async function drive(executable, words, limitSeconds) {
  const child = spawn(executable, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const timer = setTimeout(() => child.kill('SIGTERM'), limitSeconds * 1000);
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  clearTimeout(timer);
  if (code !== 0) {
    throw new Error(`The saturation driver ended with ${code}: ${words.join(' ')}`);
  }

  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Starts a bare server (with a store when a directory is given) and returns its doors; `stop` ends it. */
export async function startBare(executable, directory) {
  const words = directory ? ['bare', '--store', directory] : ['bare'];
  const child = spawn(executable, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.once('close', resolve); });
  const line = await Promise.race([
    new Promise((resolve) => { createInterface(child.stdout).once('line', resolve); }),
    ended.then((code) => { throw new Error(`The bare server ended with ${code} before it listened.`); }),
  ]);
  const { http, mllp } = JSON.parse(line);
  return {
    url: `http://127.0.0.1:${http}`,
    mllp: { host: '127.0.0.1', port: mllp },
    stop: () => { child.stdin.end(); return ended; },
  };
}
