import { adtMessage } from '../day/hl7.mjs';
import { JsonDoor } from './json-door.mjs';
import { readKeys } from './keys.mjs';
import { MllpConnection } from './mllp-connection.mjs';

/** Sends planned items through their doors: one MLLP connection for each site's feed, JSON over kept connections. */
export class Sender {
  #json;
  #mllp;
  #connections = new Map();
  #run;
  #count = 0;

  constructor({ server, mllp, run, keysFile }) {
    this.#json = new JsonDoor(server, { keys: readKeys(keysFile) });
    this.#mllp = mllp;
    this.#run = run;
  }

  /** Sends one item. Resolves with what became of it; only a programming mistake rejects. */
  async send(item) {
    try {
      return item.door === 'mllp' ? await this.#sendMllp(item) : await this.#sendJson(item);
    } catch (error) {
      return { outcome: 'error', reason: error.message };
    }
  }

  close() {
    this.#json.close();
    this.#connections.forEach((connection) => connection.close());
  }

  async #sendMllp(item) {
    if (!this.#connections.has(item.feed.id)) {
      this.#connections.set(item.feed.id, new MllpConnection(this.#mllp.host, this.#mllp.port));
    }

    const answer = await this.#connections.get(item.feed.id).send(adtMessage({ ...item, at: new Date() }));
    if (answer.controlId !== item.controlId) {
      const answered = answer.controlId || '(none)';
      return { outcome: 'error', reason: `answer to control id ${answered} instead of ${item.controlId}` };
    }

    return answer.code === 'AA'
      ? { outcome: 'accepted', tookMs: answer.tookMs }
      : { outcome: 'rejected', tookMs: answer.tookMs, reason: `${answer.code} ${answer.text}`.trim() };
  }

  async #sendJson({ source, site, kind, detail }) {
    this.#count += 1;
    const messageId = `${this.#run}-${this.#count}`;
    const { status, body } = await this.#json.send({
      source, messageId, occurredAt: new Date().toISOString(), site, kind, detail,
    });
    if (status === 202 && body.accepted === 1) {
      return { outcome: 'accepted' };
    }

    const first = body.items?.[0];
    const said = first
      ? `${first.field ?? ''}: ${first.error ?? first.outcome}`
      : JSON.stringify(body).slice(0, 200);
    return { outcome: status >= 500 ? 'error' : 'rejected', reason: `${status} ${kind} ${said}` };
  }
}
