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

/** The address of a link that shows the wall: of the run's own server a new one, else that of MSECC_WALL_LINK. */
export function wallLink({ executable, data, url }) {
  if (!executable) {
    const given = process.env.MSECC_WALL_LINK;
    if (!given) {
      throw new Error('MSECC_WALL_LINK: the link of a wall screen of that server was expected (wall-screen add).');
    }

    return new URL(given, url).href;
  }

  const made = spawnSync(
    executable, ['wall-screen', 'add', 'Load test', '--data', data, '--json'], { encoding: 'utf8' });
  if (made.status !== 0) {
    throw new Error(`No wall screen could be made:\n${made.stdout}${made.stderr}`);
  }

  return new URL(JSON.parse(made.stdout).path, url).href;
}
