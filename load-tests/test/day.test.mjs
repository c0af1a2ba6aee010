import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { adtMessage, location } from '../day/hl7.mjs';
import { planRun } from '../day/plan.mjs';
import { hourlyCounts, readProfile } from '../day/profile.mjs';
import { network } from './network.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const profilePath = join(folder, 'profiles', 'mse-day.json');
const plan = (overrides = {}) => planRun(readProfile(profilePath, 0.05), network(), {
  hourSeconds: 1, surgeSeconds: 2, openingSeconds: 1, seed: 1, run: 'r', ...overrides,
});

describe('profile', () => {
  test('hourly counts add up to the total and follow the shape', () => {
    const counts = hourlyCounts(101, [...Array(23).fill(1), 77], 0);
    assert.equal(counts.reduce((total, count) => total + count, 0), 101);
    assert.equal(counts[23], 78);
  });

  test('a flow some hours later is the shape moved round the clock', () => {
    const shape = Array(24).fill(0);
    shape[22] = 1;
    assert.equal(hourlyCounts(5, shape, 4)[2], 5);
  });

  test('every flow of the day names its source', () => {
    const { flows, perDay } = readProfile(profilePath);
    flows.forEach((flow) => assert.ok(flow.basis.length > 10, flow.id));
    assert.equal(perDay, flows.reduce((total, flow) => total + flow.perDay, 0));
  });
});

describe('plan', () => {
  test('the same seed plans the same day', () => {
    assert.deepEqual(plan(), plan());
    assert.notDeepEqual(plan(), plan({ seed: 2 }));
  });

  test('the surge runs at ten times the busiest hour', () => {
    const phases = plan();
    const busiest = Math.max(...phases.filter((phase) => phase.name.startsWith('hour')).map((phase) => phase.items.length));
    const surge = phases.at(-1);
    assert.match(surge.name, /times 10/);
    assert.ok(surge.items.length >= 18 * busiest && surge.items.length <= 22 * busiest, `${surge.items.length} against ${busiest}`);
  });

  test('nobody moves or leaves before they came', () => {
    const present = new Set();
    plan().flatMap((phase) => phase.items).filter((item) => item.door === 'mllp').forEach((item) => {
      if (['A01', 'A04'].includes(item.trigger)) {
        present.add(item.visit);
      } else {
        assert.ok(present.has(item.visit), `${item.trigger} of ${item.visit}`);
      }
    });
  });

  test('control ids are unique and fit the field', () => {
    const ids = plan().flatMap((phase) => phase.items).filter((item) => item.controlId).map((item) => item.controlId);
    assert.equal(new Set(ids).size, ids.length);
    ids.forEach((id) => assert.ok(id.length <= 20));
  });
});

describe('messages', () => {
  const place = (pattern) => ({ ward: 'AMU', bed: 7, pattern });

  test('each site names a place in its own way', () => {
    assert.equal(location(place({ room: 'AMU', facility: 'RAJ12' })), '^AMU^7^RAJ12');
    assert.equal(location(place({ pointOfCare: 'AMU', facility: 'RAJ32' })), 'AMU^^7^RAJ32');
    assert.equal(location(place({ pointOfCare: 'SOU-AMU' })), 'SOU-AMU^BAY3^7');
  });

  test('a discharge carries visit number, destination and time in their fields', () => {
    const text = adtMessage({
      trigger: 'A03', feed: { sendingApplication: 'PAS', sendingFacility: 'RAJ12' }, site: 'RAJ12', patient: 'H1', visit: 'V1',
      patientClass: 'I', place: place({ room: 'AMU', facility: 'RAJ12' }), controlId: 'c1', at: new Date('2026-11-22T10:01:02Z'),
    });
    const [msh, evn, , pv1] = text.split('\r').map((segment) => segment.split('|'));
    assert.deepEqual([msh[2], msh[3], msh[8], msh[9]], ['PAS', 'RAJ12', 'ADT^A03^ADT_A03', 'c1']);
    assert.equal(evn[6], '20261122100102+0000');
    assert.deepEqual([pv1[2], pv1[3], pv1[19], pv1[37], pv1[45]], ['I', '^AMU^7^RAJ12', 'V1', '19', '20261122100102+0000']);
  });
});
