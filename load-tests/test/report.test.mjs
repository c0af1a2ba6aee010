import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readOptions } from '../options.mjs';
import { dayGates } from '../report/gates.mjs';
import { pictureDelays, viewerResults } from '../report/seen.mjs';
import { phaseResults, reasons } from '../report/sent.mjs';
import { summarise } from '../report/statistics.mjs';
import { readFrame } from '../viewers/frames.mjs';

const line = (overrides) => ({ phase: 0, door: 'json', flow: 'ed-registered', due: 0, done: 10, sent: 1, outcome: 'accepted', ...overrides });

describe('statistics', () => {
  test('percentiles are by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    assert.deepEqual(summarise(values), { count: 100, p50: 50, p90: 90, p99: 99, max: 100 });
  });

  test('nothing measured is unknown, not zero', () => assert.equal(summarise([]), null));
});

describe('report', () => {
  test('a phase counts what became of its messages', () => {
    const [phase] = phaseResults([{ name: 'hour 00', seconds: 1, items: [1, 2] }], [line(), line({ due: 5, done: 1005, outcome: 'rejected' })]);
    assert.deepEqual([phase.planned, phase.sent, phase.accepted, phase.rejected, phase.errors], [2, 2, 1, 1, 0]);
    assert.equal(phase.acknowledgedMs.json.max, 1000);
    assert.equal(phase.acknowledgedMs.mllp, null);
  });

  test('reasons that differ in an id only are counted together', () => {
    const found = reasons([line({ outcome: 'error', reason: 'answer to 7a1' }), line({ outcome: 'error', reason: 'answer to 7a2' })]);
    assert.deepEqual(found, [{ reason: 'error: answer to n', count: 2 }]);
  });

  test('the delay runs to the first frame that holds the event, on walls only', () => {
    const frames = [{ viewer: 0, at: 20, sequence: 5 }, { viewer: 0, at: 60, sequence: 6 }, { viewer: 1, at: 11, sequence: 9 }];
    assert.deepEqual(pictureDelays([line()], frames, [0], 5), { delayMs: summarise([50]), neverSeen: 0 });
    assert.equal(pictureDelays([line({ sent: 2 })], frames, [0], 5).neverSeen, 1);
  });

  test('viewers without frames are counted', () => {
    const { viewersWithFrames, framesPerSecondEach } = viewerResults([{ viewer: 0, at: 1, bytes: 10 }, { viewer: 0, at: 2, bytes: 10 }], 2, 0, 1000);
    assert.deepEqual([viewersWithFrames, framesPerSecondEach], [1, 1]);
  });

  test('a sequence is found wherever the frame has it', () => {
    assert.deepEqual(readFrame({ type: 1, target: 'page', arguments: [{ picture: { sequence: 7 } }] }), { target: 'page', sequence: 7 });
    assert.deepEqual(readFrame({ type: 1, target: 'page', arguments: ['wall'] }), { target: 'page', sequence: null });
    assert.equal(readFrame({ type: 6 }), null);
  });
});

describe('gates', () => {
  const good = () => ({
    phases: [{ name: 'hour 00', seconds: 8, viewers: { viewers: 2, viewersWithFrames: 2 } }],
    totals: { planned: 3, sent: 3, accepted: 3, rejected: 0, errors: 0 },
    statusBefore: { sequence: 10 }, statusAfter: { sequence: 14, applied: 14 },
    watched: { delayMs: summarise([1]), neverSeen: 0, cutOff: [] }, feedCount: 11,
    server: { exit: { code: 0 }, verify: { code: 0, said: 'whole' } },
  });
  const failing = (state) => dayGates(state).filter(({ passed }) => !passed).map(({ name }) => name);

  test('a good run meets all', () => assert.deepEqual(failing(good()), []));

  const faults = {
    'a message not sent': (state) => { state.totals.planned = 4; },
    'a message not acknowledged': (state) => { state.totals.accepted = 2; state.totals.errors = 1; },
    'an acknowledged event that is not in the journal': (state) => { state.statusAfter = { sequence: 12, applied: 12 }; },
    'an event counted twice': (state) => { state.statusAfter = { sequence: 40, applied: 40 }; },
    'a board that lags': (state) => { state.statusAfter.applied = 13; },
    'a viewer without frames': (state) => { state.phases[0].viewers.viewersWithFrames = 1; },
    'frames without a sequence': (state) => { state.watched.delayMs = null; },
    'a viewer cut off': (state) => { state.watched.cutOff = ['viewer 1: gone']; },
    'a server that crashed': (state) => { state.server.exit.code = 134; },
    'a journal that is not whole': (state) => { state.server.verify.code = 1; },
  };
  for (const [name, spoil] of Object.entries(faults)) {
    test(`${name} fails`, () => {
      const state = good();
      spoil(state);
      assert.notDeepEqual(failing(state), []);
    });
  }
});

describe('options', () => {
  test('another host is refused', () => {
    assert.throws(() => readOptions(['--server', 'http://10.0.0.1:80', '--mllp', '127.0.0.1:2575'], 'n'), /not this machine/);
    assert.throws(() => readOptions(['--server', 'http://127.0.0.1:80', '--mllp', 'example.org:2575'], 'n'), /not this machine/);
  });

  test('all mistakes are told at once', () => {
    assert.throws(() => readOptions(['--scenario', 'x', '--seed', 'y'], 'n'), /--scenario[\s\S]*--seed/);
  });

  test('packs are timed over a journal that is named, and nothing else is', () => {
    assert.throws(() => readOptions(['--scenario', 'packs'], 'n'), /--data/);
    assert.throws(() => readOptions(['--data', '/tmp/month'], 'n'), /--data/);
    assert.equal(readOptions(['--scenario', 'packs', '--data', '/tmp/month'], 'n').data, '/tmp/month');
  });

  test('a server on this machine is taken', () => {
    const { server } = readOptions(['--server', 'http://127.0.0.1:8080', '--mllp', '127.0.0.1:2575'], 'n');
    assert.deepEqual(server, { url: 'http://127.0.0.1:8080', mllp: { host: '127.0.0.1', port: 2575 } });
  });
});
