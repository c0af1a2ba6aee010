import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNetwork } from '../day/network.mjs';
import { planRun } from '../day/plan.mjs';
import { readProfile } from '../day/profile.mjs';
import { dayGates } from '../report/gates.mjs';
import { pictureDelays, viewerResults } from '../report/seen.mjs';
import { outcomes, phaseResults, reasons } from '../report/sent.mjs';
import { printTable } from '../report/write.mjs';
import { JsonDoor } from '../doors/json-door.mjs';
import { directoryBytes, ProcessSampler, readProcess } from '../server/process-sampler.mjs';
import { readStatus, until, untilApplied } from '../server/status.mjs';

const viewers = 20;

/** Walls and site pages: most viewers watch the wall, some follow the picture of one site. */
const watches = [
  { method: 'WatchPage', arguments: ['wall'] },
  { method: 'WatchPage', arguments: ['wall'] },
  { method: 'WatchPage', arguments: ['wall'] },
  { method: 'Watch', arguments: ['RAJ12'] },
];

const watchOf = (viewer) => watches[viewer % watches.length];
const walls = Array.from({ length: viewers }, (_, viewer) => viewer)
  .filter((viewer) => watchOf(viewer).method === 'WatchPage');

/** A day of Mid and South Essex in short, then its busiest hour times ten, with 20 viewers watching. */
export async function runDay({ folder, startServer, options, network: networkPath }) {
  const profile = readProfile(join(folder, 'profiles', 'mse-day.json'), options.dayShare);
  const network = readNetwork(networkPath);
  const run = Math.floor(Date.now() / 1000).toString(36);
  const phases = planRun(profile, network, { ...options, run });
  const work = mkdtempSync(join(tmpdir(), 'mse-load-plan-'));
  const server = await startServer();
  const door = new JsonDoor(server.url);
  const sampler = server.pid ? new ProcessSampler(server.pid, server.data) : null;
  try {
    const crowd = await startCrowd(folder, server, join(work, 'frames.ndjson'));
    sampler?.start();
    const statusBefore = await readStatus(door);
    await runArtillery(folder, work, phases, {
      server: server.url, mllp: server.mllp, run, keysFile: server.keysFile,
    });
    const record = readLines(join(work, 'sent.ndjson'));
    const statusAfter = await untilApplied(door, statusBefore.sequence + outcomes(record).accepted);
    await crowd.waitForSequence(statusAfter.sequence);
    await crowd.stop();
    const used = server.pid ? readProcess(server.pid) : null;
    const samples = sampler?.stop() ?? null;
    const journalMb = server.data ? Math.round(directoryBytes(server.data) / 1e5) / 10 : null;
    const frames = readLines(join(work, 'frames.ndjson'));
    const measured = measure({ phases, record, frames, statusBefore });
    const own = server.stop ? await stopAndVerify(server) : null;
    return {
      profile: {
        title: profile.title,
        perDay: profile.perDay,
        hourly: profile.hourlyTotals,
        busiestHour: profile.busiestHour,
      },
      ...measured,
      status: { before: statusBefore, after: statusAfter },
      process: used && { ...used, dataMb: journalMb, samples },
      gates: dayGates({ ...measured, statusBefore, statusAfter, feedCount: network.feedCount, server: own }),
    };
  } finally {
    sampler?.stop();
    door.close();
    await server.stop?.();
    server.remove?.();
    rmSync(work, { recursive: true, force: true });
  }
}

function measure({ phases, record, frames, statusBefore }) {
  const seen = frames.filter((line) => !line.closed);
  const results = phaseResults(phases, record).map((phase) => ({
    ...phase,
    viewers: viewerResults(seen, viewers, phase.from ?? 0, phase.to ?? 0),
    picture: pictureDelays(
      record.filter((line) => phases[line.phase].name === phase.name), seen, walls, statusBefore.sequence),
  }));
  const planned = phases.reduce((total, phase) => total + phase.items.length, 0);
  const cutOff = frames.filter((line) => line.closed).map((line) => `viewer ${line.viewer}: ${line.closed}`);
  return {
    phases: results,
    totals: { planned, ...outcomes(record), reasons: reasons(record) },
    watched: { ...pictureDelays(record, seen, walls, statusBefore.sequence), cutOff },
  };
}

async function startCrowd(folder, server, record) {
  const settings = JSON.stringify({ server: server.url, viewers, watches, record });
  const child = spawn(
    process.execPath, [join(folder, 'viewers', 'crowd.mjs'), settings], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  await Promise.race([
    new Promise((resolve) => { child.stdout.once('data', resolve); }),
    ended.then((code) => {
      throw new Error(`The viewers could not watch (exit code ${code}); their message is above.`);
    }),
  ]);
  return {
    waitForSequence: (sequence) => until(
      () => latestSequences(readLines(record)).every((latest) => latest >= sequence)),
    stop: () => { child.stdin.end(); return ended; },
  };
}

function latestSequences(frames) {
  const latest = new Array(viewers).fill(-1);
  frames.forEach((frame) => {
    latest[frame.viewer] = Math.max(latest[frame.viewer], frame.sequence ?? -1);
  });
  return latest;
}

function runArtillery(folder, work, phases, target) {
  const plan = join(work, 'plan.json');
  writeFileSync(plan, JSON.stringify({ phases, target }));
  const script = join(work, 'script.json');
  writeFileSync(script, JSON.stringify({
    config: {
      target: target.server,
      engines: { 'mse-day': { plan, record: join(work, 'sent.ndjson') } },
      phases: phases.map((phase) => ({ name: phase.name, duration: phase.seconds, arrivalCount: phase.items.length })),
    },
    scenarios: [{ name: 'next message of the day', engine: 'mse-day', flow: [{ send: 'next' }] }],
  }));
  const artillery = join(folder, 'node_modules', 'artillery', 'bin', 'run');
  const child = spawn(process.execPath, [artillery, 'run', '--quiet', script], {
    // Nothing leaves the machine: Artillery's usage reports and update checks are off.
    env: { ...process.env, ARTILLERY_DISABLE_TELEMETRY: '1', CI: 'true' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const limit = phases.reduce((total, phase) => total + phase.seconds, 0) + 120;
  const timer = setTimeout(() => child.kill('SIGTERM'), limit * 1000);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      return code === 0 ? resolve() : reject(new Error(`Artillery ended with ${code ?? signal}.`));
    });
  });
}

async function stopAndVerify(server) {
  const exit = await server.stop();
  const check = spawnSync(server.executable, ['verify-journal', '--data', server.data], { encoding: 'utf8' });
  const said = `${check.stdout ?? ''}${check.stderr ?? ''}`.trim().split('\n').at(-1).slice(0, 200);
  return { exit, verify: { code: check.status, said } };
}

const readLines = (path) => readFileSync(path, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

export function printDay(result) {
  printTable([
    [
      'phase', 'sent', 'accepted', 'events/s', 'JSON p50', 'p99', 'MLLP p50', 'p99', 'frames/s', 'KB/s each',
      'to screen p50', 'p99',
    ],
    ...result.phases.map((phase) => [
      phase.name, phase.sent, phase.accepted, phase.eventsPerSecond,
      phase.acknowledgedMs.json?.p50, phase.acknowledgedMs.json?.p99,
      phase.acknowledgedMs.mllp?.p50, phase.acknowledgedMs.mllp?.p99,
      phase.viewers.framesPerSecondEach, Math.round(phase.viewers.bytesPerSecondEach / 100) / 10,
      phase.picture.delayMs?.p50, phase.picture.delayMs?.p99,
    ]),
  ]);
  console.log('Times in milliseconds. To screen: from the acknowledgement to a frame that holds the event.');
  if (result.process) {
    console.log(`Server: ${result.process.rssMb} MB (peak ${result.process.peakRssMb} MB), `
      + `${result.process.cpuSeconds} s of processor time, data directory ${result.process.dataMb} MB.`);
  }

  result.totals.reasons.forEach(({ reason, count }) => console.log(`${count} x ${reason}`));
}
