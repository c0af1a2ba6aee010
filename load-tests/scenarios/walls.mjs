import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readNetwork } from '../day/network.mjs';
import { readProfile } from '../day/profile.mjs';
import { seededRandom } from '../day/random.mjs';
import { streamOf } from '../day/stream.mjs';
import { JsonDoor } from '../doors/json-door.mjs';
import { wallLink } from '../server/access-key.mjs';
import { Sender } from '../doors/sender.mjs';
import { wallGates } from '../report/wall-gates.mjs';
import { costOfWalls, frameDelays, paintedDelays, receivedEach } from '../report/walls.mjs';
import { printTable } from '../report/write.mjs';
import { readProcess } from '../server/process-sampler.mjs';
import { readStatus, untilApplied } from '../server/status.mjs';
import { openWall } from '../viewers/chromium.mjs';

const hourOfSeconds = 3600;
const fillAtOnce = 64;
const settleSeconds = 4; // after the walls have connected, before their cost is measured
const probePauseMs = 600; // longer than the shortest time between two pictures, so that each event has its own
const virtualWard = 'VW-FRAILTY'; // no flow of the day concerns it: only the probe changes its figures

/** How much is told while walls watch: the day as it is, its busiest hour, and that hour ten times over. */
function loadsOf(profile) {
  const busiest = profile.hourlyTotals[profile.busiestHour] / hourOfSeconds;
  return [
    { name: 'the day as it is', perSecond: profile.perDay / (24 * hourOfSeconds) },
    { name: 'its busiest hour', perSecond: busiest },
    { name: 'its busiest hour, times ten', perSecond: 10 * busiest },
  ];
}

/** What a wall costs the server, for so many of them, and how long an event takes to a frame and to a pixel. */
export async function runWalls({ folder, startServer, options, network: networkPath }) {
  const profile = readProfile(join(folder, 'profiles', 'mse-day.json'));
  const network = readNetwork(networkPath);
  const run = Math.floor(Date.now() / 1000).toString(36);
  const server = await startServer();
  if (!server.pid) {
    throw new Error('walls: the server\'s processor time is read from its process: run it without --server.');
  }

  const door = new JsonDoor(server.url);
  const sender = new Sender({ server: server.url, mllp: server.mllp, run });
  try {
    const stream = streamOf(profile, network, seededRandom(options.seed), run);
    await fill(sender, stream.fill);
    const before = await readStatus(door);
    await untilApplied(door, before.sequence);
    const [seconds, counts] = options.quick ? [4, [0, 1, 10]] : [30, [0, 1, 50, 200, 1000]];
    const steps = [];
    await warmUp({ folder, server, door, sender, stream, run, hour: profile.busiestHour, options });
    for (const load of loadsOf(profile)) {
      for (const walls of counts) {
        console.log(`${load.name}: ${walls} walls`);
        const step = { folder, server, door, sender, stream, load, walls, seconds, run, hour: profile.busiestHour };
        steps.push({ load: load.name, perSecond: Math.round(1000 * load.perSecond) / 1000, ...await measure(step) });
      }
    }

    const pixels = await measurePixels({ server, sender, network, seconds, run });
    const results = costOfWalls(steps);
    return { seconds, results, pixels, gates: wallGates(results, pixels, options.quick) };
  } finally {
    sender.close();
    door.close();
    await server.stop?.();
    server.remove?.();
  }
}

/** What is measured first must not pay for what a server does once: compiling, first pictures, first frames. */
async function warmUp({ options, ...step }) {
  console.log('warming up');
  const [walls, seconds] = options.quick ? [1, 2] : [50, 20];
  await measure({ ...step, load: { perSecond: 1 }, walls, seconds, run: `${step.run}-warm` });
}

/** One number of walls under one load: first what they cost, then, with an event every moment, how late they are. */
async function measure({ folder, server, door, sender, stream, load, walls, seconds, run, hour }) {
  const crowd = await startCrowd(folder, server, walls);
  const telling = tell(sender, stream, load, hour);
  try {
    await pause(settleSeconds * 1000);
    const cost = await costDuring(server.pid, seconds);
    const from = await readStatus(door);
    const probes = walls === 0 ? [] : await probe(sender, `${run}-${load.perSecond}-${walls}`, door, seconds);
    await telling.stop();
    const { seen, cutOff } = await crowd.stop();
    return {
      walls,
      ...cost,
      each: receivedEach(seen, cost.from, cost.to),
      frameMs: frameDelays(probes, seen),
      cutOff,
      refused: telling.refused,
      sequence: from.sequence,
    };
  } finally {
    await telling.stop();
    await crowd.stop();
  }
}

async function costDuring(pid, seconds) {
  const [from, before] = [Date.now(), readProcess(pid)];
  await pause(seconds * 1000);
  const [to, after] = [Date.now(), readProcess(pid)];
  return {
    from, to, rssMb: after.rssMb,
    cpuMsPerSecond: Math.round((1e6 * (after.cpuSeconds - before.cpuSeconds)) / (to - from)) ,
  };
}

/** Tells at a steady rate until it is stopped. */
function tell(sender, stream, load, hour) {
  const told = { refused: 0 };
  const running = new Set();
  let stopped = false;
  const due = [];
  const timer = setInterval(() => {
    due.push(...(due.length === 0 ? stream.next(hour) : []));
    const item = due.shift();
    const sent = sender.send(item).then(({ outcome }) => { told.refused += outcome === 'accepted' ? 0 : 1; });
    running.add(sent);
    sent.finally(() => running.delete(sent));
  }, 1000 / load.perSecond);
  told.stop = async () => {
    if (!stopped) {
      stopped = true;
      clearInterval(timer);
      await Promise.all(running);
    }
  };
  return told;
}

/**
 * Admits to a virtual ward and discharges again, one event at a time. Each has the largest sequence it can have: what
 * the status says just after its acknowledgement.
 */
async function probe(sender, name, door, seconds) {
  const probes = [];
  for (let turn = 0; turn < (seconds * 1000) / probePauseMs; turn += 1) {
    const told = await sender.send(stay(`${name}-${turn >> 1}`, turn % 2 === 0));
    const at = Date.now();
    if (told.outcome !== 'accepted') {
      throw new Error(`The probe was refused: ${told.reason}`);
    }

    probes.push({ at, sequence: (await readStatus(door)).sequence });
    await pause(probePauseMs);
  }

  return probes;
}

/** In a real Chromium: from an event's acknowledgement to its figure painted. */
async function measurePixels({ server, sender, network, seconds, run }) {
  const figure = `${network.code}:virtual-ward.occupied`;
  await sender.send(stay(`${run}-first`, true)); // from now on the figure is known
  const wall = await openWall(wallLink(server), figure);
  try {
    const probes = [];
    for (let turn = 0; turn < Math.max(6, (2 * seconds * 1000) / probePauseMs); turn += 1) {
      const sentAt = Date.now();
      await sender.send(stay(`${run}-pixel-${turn >> 1}`, turn % 2 === 0));
      probes.push({ sentAt, acceptedAt: Date.now(), admitted: turn % 2 === 0 });
      await pause(probePauseMs * (1 + ((turn * 7) % 10) / 10)); // not in step with the server's pictures
    }

    await pause(2000);
    return paintedDelays(probes, await wall.painted());
  } finally {
    await wall.stop();
  }
}

const stay = (name, admitted) => ({
  door: 'json', source: 'virtual-wards', site: 'RAJ12',
  kind: admitted ? 'VirtualWardAdmitted' : 'VirtualWardDischarged',
  detail: {
    stay: `LOADTEST-${name}`, virtualWard, ...(admitted ? { route: 'StepUp' } : { outcome: 'Discharged' }),
  },
});

async function fill(sender, items) {
  // In order for each door: a patient's messages must not overtake each other.
  const [mllp, json] = ['mllp', 'json'].map((door) => items.filter((item) => item.door === door));
  const refused = [];
  const send = async (item) => {
    const { outcome, reason } = await sender.send(item);
    if (outcome !== 'accepted') {
      refused.push(reason);
    }
  };
  for (const list of [mllp, json]) {
    for (let at = 0; at < list.length; at += fillAtOnce) {
      await Promise.all(list.slice(at, at + fillAtOnce).map(send));
    }
  }

  if (refused.length > 0) {
    throw new Error(`${refused.length} messages that fill the board were refused, first: ${refused[0]}`);
  }
}

async function startCrowd(folder, server, viewers) {
  if (viewers === 0) {
    return { stop: async () => ({ seen: [], cutOff: [] }) };
  }

  const child = spawn(
    process.execPath, [join(folder, 'viewers', 'wall-crowd.mjs'), JSON.stringify({ server: server.url, viewers })],
    { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks = [];
  const ended = new Promise((resolve) => { child.once('close', resolve); });
  let answer = null;
  await Promise.race([
    new Promise((resolve) => { child.stdout.once('data', resolve); }),
    ended.then((code) => { throw new Error(`The walls could not watch (exit code ${code}).`); }),
  ]);
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  return {
    stop: () => {
      answer ??= (async () => {
        child.stdin.end();
        await ended;
        return JSON.parse(Buffer.concat(chunks).toString('utf8'));
      })();
      return answer;
    },
  };
}

export function printWalls({ results, pixels }) {
  printTable([
    ['load', 'walls', 'KB/s each', 'messages/s each', 'CPU ms/s', 'first wall', 'each more', 'KB each', 'frame p50', 'p99'],
    ...results.map((step) => [
      step.load, step.walls, step.each?.kilobytesPerSecond, step.each?.messagesPerSecond, step.cpuMsPerSecond,
      step.cpuMsFirstWall, step.cpuMsEachWall, step.kilobytesEachWall, step.frameMs?.p50, step.frameMs?.p99,
    ]),
  ]);
  console.log('CPU: of the server, less what it takes without walls. Frame: from the acknowledgement of an event to a '
    + 'frame that holds it, in milliseconds, over all walls.');
  console.log(`In Chromium, from the acknowledgement to the figure painted: p50 ${pixels.fromAcceptedMs?.p50} ms, `
    + `p99 ${pixels.fromAcceptedMs?.p99} ms, of ${pixels.painted} events; ${pixels.missed} were not painted.`);
}
