import { JsonDoor } from '../doors/json-door.mjs';
import { gate } from '../report/gates.mjs';
import { printTable } from '../report/write.mjs';
import { readStatus } from '../server/status.mjs';
import { drive } from './driver.mjs';

const mostGrowthMb = 200; // a message of 1 GB must not be held in memory

/** Idle connections, a slow drip, a message without end and garbage on the MLLP port, while a good sender goes on. */
export async function runHostile({ driver, startServer, options }) {
  const server = await startServer();
  const door = new JsonDoor(server.url);
  const [seconds, idle] = options.quick ? [3, 1000] : [15, 10_000];
  try {
    const results = await drive(driver, [
      'hostile',
      '--target', `${server.mllp.host}:${server.mllp.port}`,
      '--idle', String(idle),
      '--seconds', String(seconds),
      '--run', Math.floor(Date.now() / 1000).toString(36).slice(-5),
      ...(server.pid ? ['--pid', String(server.pid)] : []),
    ], 6 * (seconds + 30));
    const status = await readStatus(door);
    return { results, gates: gatesOf(results, status) };
  } finally {
    door.close();
    await server.stop?.();
    server.remove?.();
  }
}

function gatesOf(results, status) {
  const growth = results
    .filter((result) => result.rssBeforeMb !== null && result.name.startsWith('one message'))
    .map((result) => result.rssDuringMb - result.rssBeforeMb);
  return [
    ...results.map(({ name, goodSender }) => gate(
      `${name}: the good sender was served`,
      goodSender.firstError === null && goodSender.refused === 0 && goodSender.events > 0,
      goodSender.firstError ?? `${goodSender.events} messages, p99 ${goodSender.p99} ms`)),
    ...growth.map((mb) => gate(
      `one message without end costs less than ${mostGrowthMb} MB`, mb < mostGrowthMb, `${Math.round(mb)} MB`)),
    gate('the server still tells its status', Number.isFinite(status.sequence), `sequence ${status.sequence}`),
  ];
}

export function printHostile({ results }) {
  printTable([
    ['on the MLLP port', 'server MB before', 'during', 'good sender p50 ms', 'p99', 'longest'],
    ...results.map(({ name, rssBeforeMb, rssDuringMb, goodSender }) => [
      name, rssBeforeMb, rssDuringMb, goodSender.p50, goodSender.p99, goodSender.longest,
    ]),
  ]);
  results.forEach(({ name, outcome }) => console.log(`${name}: ${outcome}`));
}
