import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JsonDoor } from '../doors/json-door.mjs';
import { readNetwork } from '../day/network.mjs';
import { gate } from '../report/gates.mjs';
import { round } from '../report/statistics.mjs';
import { printTable } from '../report/write.mjs';
import { ProcessSampler, readProcess } from '../server/process-sampler.mjs';
import { readStatus, untilApplied } from '../server/status.mjs';
import { drive, startBare } from './driver.mjs';
import { measures } from './measures.mjs';

/**
 * Measures the most a door takes, and the same of two bare servers in the same run: one that only answers, one that
 * only makes durable. The server starts with an empty journal for each measurement.
 */
export async function runSaturation({ driver, startServer, options, network }) {
  const timing = options.quick ? { warmUp: 2, seconds: 4 } : { warmUp: 15, seconds: 20 };
  const { feedCount } = readNetwork(network);
  const results = [];
  const gates = [];
  for (const measure of measures[options.scenario]) {
    const whole = await measureWhole({ driver, startServer, measure, timing });
    const echo = await measureBare({ driver, measure, timing, durable: false });
    const durable = await measureBare({ driver, measure, timing, durable: true });
    const share = durable.eventsPerSecond > 0 ? round(whole.load.eventsPerSecond / durable.eventsPerSecond, 2) : null;
    results.push({ ...measure, timing, whole, bareEcho: echo, bareDurable: durable, shareOfBareDurable: share });
    gates.push(...gatesOf({ measure, whole, share, feedCount, quick: options.quick }));
  }

  return { results, gates };
}

function gatesOf({ measure, whole, share, feedCount, quick }) {
  const { load, grown } = whole;
  const own = grown - load.acceptedInAll;
  const gates = [
    gate(`${measure.name}: no error`, load.firstError === null && load.refused === 0 && load.events > 0,
      load.firstError ?? `${load.events} events`),
    gate(`${measure.name}: the journal holds what was acknowledged`,
      own >= 0 && own <= 2 * feedCount + lastAnswersOf(measure),
      `grew by ${grown}, acknowledged ${load.acceptedInAll}`),
  ];
  // A quick run is too short and too cold to judge speed.
  if (!quick && measure.share) {
    const reached = share !== null && share >= measure.share;
    gates.push(gate(`${measure.name}: at least ${measure.share} of bare durable`, reached, `${share}`));
  }

  if (!quick && measure.p99) {
    const held = load.p99 !== null && load.p99 < measure.p99;
    gates.push(gate(`${measure.name}: p99 under ${measure.p99} ms`, held, `${load.p99} ms`));
  }

  return gates;
}

/** Events whose answer was still on its way when the time was over: durable, but not counted as acknowledged. */
const lastAnswersOf = ({ connections, inFlight = 1, batch = 1 }) => connections * inFlight * batch;

async function measureWhole({ driver, startServer, measure, timing }) {
  const server = await startServer();
  const door = new JsonDoor(server.url);
  const sampler = server.pid ? new ProcessSampler(server.pid, server.data) : null;
  try {
    const before = await readStatus(door);
    sampler?.start();
    const load = await drive(driver, words(measure, server, timing), timing.warmUp + timing.seconds + 60);
    const after = await untilApplied(door, before.sequence + load.acceptedInAll);
    const samples = sampler?.stop() ?? null;
    const process = server.pid ? readProcess(server.pid) : null;
    return { load, grown: after.sequence - before.sequence, applied: after.applied, process, samples };
  } finally {
    sampler?.stop();
    door.close();
    await server.stop?.();
    server.remove?.();
  }
}

async function measureBare({ driver, measure, timing, durable }) {
  const directory = durable ? mkdtempSync(join(tmpdir(), 'mse-bare-')) : null;
  const bare = await startBare(driver, directory);
  try {
    return await drive(driver, words(measure, bare, timing), timing.warmUp + timing.seconds + 60);
  } finally {
    await bare.stop();
    if (directory) {
      rmSync(directory, { recursive: true, force: true });
    }
  }
}

function words(measure, server, { warmUp, seconds }) {
  const target = measure.door === 'mllp' ? `${server.mllp.host}:${server.mllp.port}` : new URL(server.url).host;
  const named = {
    door: measure.door, target, connections: measure.connections, 'in-flight': measure.inFlight, batch: measure.batch,
    rate: measure.rate, 'warm-up': warmUp, seconds, run: Math.floor(Date.now() / 1000).toString(36).slice(-5),
    keys: server.keysFile,
  };
  return ['load', ...Object.entries(named)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => [`--${name}`, String(value)])];
}

export function printSaturation({ results }) {
  printTable([
    ['events/s (p50 / p99 ms)', 'whole chain', 'bare echo', 'bare durable', 'share of durable', 'server MB'],
    ...results.map((result) => [
      result.name, said(result.whole.load), said(result.bareEcho), said(result.bareDurable),
      result.shareOfBareDurable, result.whole.process?.peakRssMb,
    ]),
  ]);
}

const said = ({ eventsPerSecond, p50, p99 }) => `${eventsPerSecond} (${p50} / ${p99})`;
