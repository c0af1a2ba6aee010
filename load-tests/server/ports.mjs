import { createServer } from 'node:net';

/** A loopback port that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Refuses every address but this machine's own: load is never sent to another host. */
export function requireLoopback(host, option) {
  const name = host.replace(/^\[|\]$/g, '');
  if (name !== 'localhost' && name !== '::1' && !/^127\.\d+\.\d+\.\d+$/.test(name)) {
    throw new Error(`${option}: '${host}' is not this machine. Load goes to 127.0.0.1, localhost or ::1 only.`);
  }
}
