import { spawnSync } from 'node:child_process';

/** Environment variable of the key with which the run reads the board; children of the run have it too. */
export const variable = 'MSECC_ACCESS_KEY';

/** The header that shows the key; empty when there is none. */
export function authorization() {
  const key = process.env[variable];
  return key ? { authorization: `Bearer ${key}` } : {};
}

/** Makes a key of a server of the run's own, and shows it from now on. It ends with the server's data directory. */
export function makeAccessKey({ executable, data, network }) {
  const made = spawnSync(
    executable,
    ['access-key', 'add', 'Load test', '--role', 'Controller', '--data', data, '--network', network, '--json'],
    { encoding: 'utf8' });
  if (made.status !== 0) {
    throw new Error(`No access key could be made:\n${made.stdout}${made.stderr}`);
  }

  process.env[variable] = JSON.parse(made.stdout).key;
}
