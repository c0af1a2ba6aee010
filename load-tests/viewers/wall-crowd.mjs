import { performance } from 'node:perf_hooks';
import WebSocket from 'ws';
import { authorization } from '../server/access-key.mjs';

// Walls in a process of their own, as light as can be: a thousand of them must not take the processor from the server
// that is measured. Frames are counted, not parsed; the journal sequence is read from the text.
const { server, viewers } = JSON.parse(process.argv[2]);
const end = '\u001e'; // SignalR ends each message with it
const sequencePattern = /"sequence":(\d+)/;
const url = new URL('/hubs/picture', server.replace('http', 'ws'));
const now = () => performance.timeOrigin + performance.now();
const seen = Array.from({ length: viewers }, () => []);
const cutOff = [];
let stopping = false;

/** Connects one wall. Resolves when its first frame has come. */
function watch(viewer) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false, headers: authorization() });
    socket.once('open', () => {
      socket.send(`{"protocol":"json","version":1}${end}`);
      socket.send(`{"type":1,"invocationId":"1","target":"WatchPage","arguments":["wall"]}${end}`);
    });
    socket.on('message', (data) => {
      const text = data.toString();
      const at = now();
      for (const message of text.split(end)) {
        if (message.startsWith('{"type":1')) {
          seen[viewer].push({ at, bytes: message.length, sequence: Number(sequencePattern.exec(message)?.[1] ?? -1) });
          resolve(socket);
        }
      }
    });
    socket.once('error', reject);
    socket.once('close', (code) => {
      if (!stopping) {
        cutOff.push(`viewer ${viewer}: closed with ${code}`);
      }
    });
  });
}

const sockets = [];
const atOnce = 50; // connections that are opened together: no hospital turns a thousand walls on in one second
for (let first = 0; first < viewers; first += atOnce) {
  const group = Array.from({ length: Math.min(atOnce, viewers - first) }, (_, index) => first + index);
  sockets.push(...await Promise.all(group.map(watch)));
}

process.stdout.write('watching\n');
process.stdin.resume();
process.stdin.on('end', () => {
  stopping = true;
  sockets.forEach((socket) => socket.close());
  process.stdout.write(JSON.stringify({ seen, cutOff }), () => process.exit(0));
});
