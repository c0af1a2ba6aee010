import { Agent, request } from 'node:http';
import { authorization } from '../server/access-key.mjs';

/** Posts events to `/api/events`, one a request, over a bounded number of kept connections. */
export class JsonDoor {
  #server;
  #agent;
  #timeoutMs;
  #keys;

  constructor(server, { connections = 16, timeoutMs = 30_000, keys = {} } = {}) {
    this.#keys = keys;
    this.#server = new URL(server);
    this.#timeoutMs = timeoutMs;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Sends one event; resolves with `{ status, body }` whatever the status. */
  send(event) {
    return this.#exchange('POST', '/api/events', JSON.stringify(event), this.#keyOf(event.source));
  }

  get(path) {
    return this.#exchange('GET', path, null, authorization());
  }

  close() {
    this.#agent.destroy();
  }

  #keyOf(source) {
    const key = this.#keys[source];
    return key ? { authorization: `Bearer ${key}` } : {};
  }

  #exchange(method, path, text, shown) {
    return new Promise((resolve, reject) => {
      const headers = {
        ...(text !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...shown,
      };
      const call = request({
        agent: this.#agent, method, path, headers,
        host: this.#server.hostname, port: this.#server.port, timeout: this.#timeoutMs,
      }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({
          status: response.statusCode,
          body: readJson(Buffer.concat(chunks).toString('utf8')),
        }));
      });
      call.on('timeout', () => call.destroy(new Error(`no answer within ${this.#timeoutMs} ms`)));
      call.on('error', reject);
      call.end(text ?? undefined);
    });
  }
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { unreadable: text.slice(0, 200) }; // judged by the caller: a reply that is no JSON is not an acceptance
  }
}
