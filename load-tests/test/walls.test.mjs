import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { streamOf } from '../day/stream.mjs';
import { readNetwork } from '../day/network.mjs';
import { readProfile } from '../day/profile.mjs';
import { seededRandom } from '../day/random.mjs';
import { wallGates } from '../report/wall-gates.mjs';
import { costOfWalls, frameDelays, paintedDelays, receivedEach } from '../report/walls.mjs';

const folder = new URL('..', import.meta.url).pathname;

describe('walls', () => {
  test('what a wall receives is its share of the time measured', () => {
    const seen = [[{ at: 500, bytes: 1000 }, { at: 1500, bytes: 3000 }], [{ at: 1500, bytes: 3000 }]];
    assert.deepEqual(receivedEach(seen, 1000, 3000), {
      kilobytesPerSecond: 1.5, messagesPerSecond: 0.5, fewestMessages: 1, mostMessages: 1,
    });
    assert.equal(receivedEach([], 0, 1), null);
  });

  test('a frame is late until its sequence has reached the event', () => {
    const seen = [[{ at: 20, sequence: 5 }, { at: 60, sequence: 6 }]];
    const found = frameDelays([{ at: 10, sequence: 6 }, { at: 70, sequence: 7 }], seen);
    assert.deepEqual([found.p50, found.neverSeen], [50, 1]);
  });

  test('each event is painted before the next is sent, or missed', () => {
    const probes = [{ sentAt: 0, acceptedAt: 5 }, { sentAt: 100, acceptedAt: 105 }, { sentAt: 200, acceptedAt: 205 }];
    const found = paintedDelays(probes, [{ at: 40 }, { at: 230 }]);
    assert.deepEqual([found.painted, found.missed, found.fromAcceptedMs.max], [2, 1, 35]);
  });

  test('what the server does without walls is not a wall\'s cost', () => {
    const step = (walls, cpuMsPerSecond, rssMb) => ({ load: 'a', walls, cpuMsPerSecond, rssMb });
    const [, one, many] = costOfWalls([step(0, 10, 100), step(1, 30, 100), step(101, 80, 120.2)]);
    assert.deepEqual([one.cpuMsFirstWall, many.cpuMsEachWall, many.kilobytesEachWall], [20, 0.5, 200]);
  });
});

describe('gates of walls', () => {
  const step = (walls, cpuMsPerSecond) => ({
    load: 'a', walls, cpuMsPerSecond, cutOff: [], refused: 0,
    each: { messagesPerSecond: 2, fewestMessages: 9 }, frameMs: { p99: 300, neverSeen: 0 },
  });
  const good = () => ({
    results: [step(0, 20), step(1, 30), step(50, 28), step(200, 60), step(1000, 220)],
    pixels: { painted: 9, missed: 0 },
  });
  const failing = ({ results, pixels }) => wallGates(results, pixels, false).filter(({ passed }) => !passed);

  test('a good run meets all', () => assert.deepEqual(failing(good()), []));

  const faults = {
    'a wall cut off': (run) => { run.results[2].cutOff = ['viewer 3']; },
    'a wall without frames': (run) => { run.results[4].each.fewestMessages = 0; },
    'an event that a wall never saw': (run) => { run.results[4].frameMs.neverSeen = 1; },
    'a refused message': (run) => { run.results[0].refused = 1; },
    'an event that was not painted': (run) => { run.pixels.missed = 1; },
    'walls that grow dear': (run) => { run.results[4].cpuMsPerSecond = 340; },
    'walls that skip frames': (run) => { run.results[4].each.messagesPerSecond = 1; },
    'late frames': (run) => { run.results[4].frameMs.p99 = 4000; },
  };
  for (const [name, spoil] of Object.entries(faults)) {
    test(`${name} fails`, () => {
      const run = good();
      spoil(run);
      assert.notDeepEqual(failing(run), []);
    });
  }
});

test('the stream fills the board with a day and goes on at its mix', () => {
  const profile = readProfile(`${folder}profiles/mse-day.json`, 0.125);
  const network = readNetwork(`${folder}../deploy/networks/mid-and-south-essex.json`);
  const stream = streamOf(profile, network, seededRandom(1), 'r');
  assert.ok(stream.fill.length > profile.perDay);
  const flows = new Set(Array.from({ length: 300 }, () => stream.next(profile.busiestHour)).flat().map(({ flow }) => flow));
  assert.ok(flows.has('ambulance-arrived') && flows.has('discharged'));
});
