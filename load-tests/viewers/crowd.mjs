import { openSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { startViewer } from './viewer.mjs';

// A process of its own, so that the sender's work does not delay what the viewers measure.
// Every frame leaves one line in the record: viewer, when, bytes, target and sequence.
const { server, viewers, watches, record } = JSON.parse(process.argv[2]);
let stopping = false;
const file = openSync(record, 'w');
const now = () => performance.timeOrigin + performance.now();

const write = (line) => writeSync(file, `${JSON.stringify(line)}\n`);
const started = await Promise.all(Array.from({ length: viewers }, (_, viewer) => startViewer({
  server,
  watch: watches[viewer % watches.length],
  onFrame: (frame) => write({ viewer, at: now(), ...frame }),
  onClosed: (error) => {
    if (!stopping) {
      write({ viewer, at: now(), closed: error?.message ?? 'closed by the server' });
    }
  },
})));
process.stdout.write('watching\n');
process.stdin.resume();
process.stdin.on('end', async () => {
  stopping = true;
  await Promise.all(started.map((viewer) => viewer.stop()));
  process.exit(0);
});
