import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readKeys } from '../doors/keys.mjs';
import { MllpConnection, frame, readAnswer } from '../doors/mllp-connection.mjs';
import { Sender } from '../doors/sender.mjs';
import { startFakeServer } from './fake-server.mjs';
import { network } from './network.mjs';

const item = (controlId, trigger = 'A01') => ({
  door: 'mllp', feed: network().sites.get('RAJ12').pas, site: 'RAJ12', patient: 'H1', visit: 'V1', trigger,
  patientClass: 'I', place: { ward: 'AMU', bed: 1, pattern: { room: 'AMU', facility: 'RAJ12' } }, controlId,
});
const event = (kind) => ({ door: 'json', source: 'eeast-cad', site: 'RAJ12', kind, detail: { conveyance: 'J1' } });

describe('sender', () => {
  let server;
  let sender;
  before(async () => {
    server = await startFakeServer({ refuse: (what) => what === 'A08' || what === 'AmbulanceCleared' });
    sender = new Sender({ server: server.url, mllp: server.mllp, run: 'r' });
  });
  after(() => {
    sender.close();
    server.close();
  });

  test('messages of one feed go one after another and each is answered', async () => {
    const outcomes = await Promise.all(['c1', 'c2', 'c3'].map((id) => sender.send(item(id))));
    assert.deepEqual(outcomes.map(({ outcome }) => outcome), ['accepted', 'accepted', 'accepted']);
    assert.deepEqual(server.seen.mllp.map((message) => message.split('|')[9]), ['c1', 'c2', 'c3']);
  });

  test('a refused message is a rejection that says why', async () => {
    const { outcome, reason } = await sender.send(item('c4', 'A08'));
    assert.equal(outcome, 'rejected');
    assert.match(reason, /^AE/);
  });

  test('an event is accepted or rejected by its own outcome', async () => {
    assert.equal((await sender.send(event('AmbulanceArrived'))).outcome, 'accepted');
    const { outcome, reason } = await sender.send(event('AmbulanceCleared'));
    assert.equal(outcome, 'rejected');
    assert.match(reason, /400 AmbulanceCleared kind: refused/);
  });
});

describe('keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mse-load-keys-'));
  const keysFile = join(folder, 'keys.json');
  after(() => rmSync(folder, { recursive: true }));

  test('an event shows the key of its source', async () => {
    writeFileSync(keysFile, '{ "eeast-cad": "msecc_one" }');
    const server = await startFakeServer();
    const sender = new Sender({ server: server.url, mllp: server.mllp, run: 'r', keysFile });
    await sender.send(event('AmbulanceArrived'));
    await sender.send({ ...event('AmbulanceArrived'), source: 'virtual-wards' });
    sender.close();
    server.close();
    assert.deepEqual(server.seen.keys, ['Bearer msecc_one', null]);
  });

  test('a file that is none says what is expected and never what it holds', () => {
    writeFileSync(keysFile, '"msecc_secret');
    assert.throws(() => readKeys(keysFile), (error) => /an object of sources/.test(error.message)
      && !error.message.includes('secret'));
  });
});

describe('MLLP connection', () => {
  test('an answer to another message is an error, not an acceptance', async () => {
    const server = createServer((socket) => socket.on('data', () => socket.write(frame('MSH|^~\\&|\rMSA|AA|other\r'))));
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const sender = new Sender({
      server: 'http://127.0.0.1:1', mllp: { host: '127.0.0.1', port: server.address().port }, run: 'r',
    });
    const { outcome, reason } = await sender.send(item('mine'));
    sender.close();
    server.close();
    assert.equal(outcome, 'error');
    assert.match(reason, /other instead of mine/);
  });

  test('a connection that the server closes fails its message; the next one connects again', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      const first = connections === 1;
      socket.on('data', () => (first ? socket.destroy() : socket.write(frame('MSH|^~\\&|\rMSA|AA|2\r'))));
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const connection = new MllpConnection('127.0.0.1', server.address().port);
    await assert.rejects(connection.send('MSH|1'), /closed the connection|ECONNRESET/);
    assert.equal((await connection.send('MSH|2')).controlId, '2');
    connection.close();
    server.close();
  });

  test('an answer is read with any line end', () => {
    assert.deepEqual(readAnswer('MSH|^~\\&|\nMSA|AE|c9\nERR||PV1^1^3|207|E'), { code: 'AE', controlId: 'c9', text: 'ERR||PV1^1^3|207|E' });
  });
});
