import { createRequire } from 'node:module';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { frame } from '../doors/mllp-connection.mjs';

// The WebSocket server that comes with the SignalR client.
const WebSocket = createRequire(createRequire(import.meta.url).resolve('@microsoft/signalr'))('ws');
const recordSeparator = '\u001e';

/**
 * A control centre without a journal, for testing the driver: it counts what it accepts, answers as the real one does
 * and sends a frame with the sequence to every viewer every 100 ms. `refuse(kind or trigger)` says what it rejects.
 */
export async function startFakeServer({ refuse = () => false } = {}) {
  const seen = { json: [], keys: [], mllp: [], watches: [] };
  let sequence = 1;
  const http = createHttpServer((request, response) => {
    const answer = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.method === 'GET') {
      answer(200, { sequence, applied: sequence, feeds: [] });
      return;
    }

    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const event = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      seen.json.push(event);
      seen.keys.push(request.headers.authorization ?? null);
      if (refuse(event.kind)) {
        answer(400, { accepted: 0, alreadyKnown: 0, rejected: 1, items: [{ index: 0, outcome: 'rejected', field: 'kind', error: 'refused' }] });
        return;
      }

      sequence += 1;
      answer(202, { accepted: 1, alreadyKnown: 0, rejected: 0, items: [] });
    });
  });
  const mllp = createTcpServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const message = chunk.subarray(1, chunk.indexOf(0x1c)).toString('utf8');
      const [, , , , , , , , type, controlId] = message.split('\r')[0].split('|');
      if (!type) {
        socket.destroy();
        return;
      }

      seen.mllp.push(message);
      const trigger = type.split('^')[1];
      sequence += refuse(trigger) ? 0 : 1;
      const reply = frame(`MSH|^~\\&|||||||ACK|1|P|2.4\rMSA|${refuse(trigger) ? 'AE' : 'AA'}|${controlId}\r`);
      socket.write(reply.subarray(0, 5)); // in two parts, as a network may deliver it
      socket.write(reply.subarray(5));
    });
  });
  const timers = serveHub(http, () => sequence, seen);
  await listen(http);
  await listen(mllp);
  return {
    url: `http://127.0.0.1:${http.address().port}`,
    mllp: { host: '127.0.0.1', port: mllp.address().port },
    seen,
    close: () => {
      timers.forEach(clearInterval);
      http.closeAllConnections();
      http.close();
      mllp.close();
    },
  };
}

function serveHub(http, sequence, seen) {
  const timers = new Set();
  new WebSocket.Server({ server: http, path: '/hubs/picture' }).on('connection', (socket) => {
    const send = (message) => socket.send(JSON.stringify(message) + recordSeparator);
    let shaken = false;
    socket.on('message', (data) => {
      data.toString().split(recordSeparator).filter(Boolean).map(JSON.parse).forEach((message) => {
        if (!shaken) {
          shaken = true;
          send({});
        } else if (message.type === 1) {
          seen.watches.push({ method: message.target, arguments: message.arguments });
          send({ type: 3, invocationId: message.invocationId, result: null });
          const timer = setInterval(() => send({
            type: 1, target: 'frame', arguments: [{ version: 1, sequence: sequence() }],
          }), 100);
          timers.add(timer);
          socket.on('close', () => clearInterval(timer));
        }
      });
    });
  });
  return timers;
}

const listen = (server) => new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
