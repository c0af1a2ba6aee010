import { openSync, readFileSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Sender } from '../doors/sender.mjs';

/**
 * Each virtual user that Artillery lets arrive takes the next message of the plan, in order, and waits for its
 * acknowledgement. Artillery decides when; the plan decides what. Every message leaves one line in the record:
 * phase, door, when it was due, when it was acknowledged (milliseconds since 1970), how many had been sent by then
 * and what became of it. Times run from the arrival, so that waiting behind others on a connection counts.
 */
export default class MseDayEngine {
  #items;
  #sender;
  #record;
  #next = 0;

  constructor(script) {
    const { plan, record } = script.config.engines['mse-day'];
    const { phases, target } = JSON.parse(readFileSync(plan, 'utf8'));
    this.#items = phases.flatMap((phase, index) => phase.items.map((item) => ({ ...item, phase: index })));
    this.#sender = new Sender(target);
    this.#record = openSync(record, 'w');
  }

  createScenario(_, events) {
    return (context, callback) => {
      events.emit('started');
      const item = this.#items[this.#next];
      if (!item) {
        events.emit('counter', 'mse.beyond_the_plan', 1);
        callback(null, context);
        return;
      }

      this.#next += 1;
      this.#send(item, events).then(() => callback(null, context), (error) => callback(error, context));
    };
  }

  async #send(item, events) {
    const due = now();
    const { outcome, reason, tookMs } = await this.#sender.send(item);
    const done = now();
    events.emit('counter', `mse.${item.door}.${outcome}`, 1);
    events.emit('histogram', `mse.${item.door}.acknowledged_ms`, done - due);
    // Written at once: Artillery ends its worker without waiting for streams.
    writeSync(this.#record, `${JSON.stringify({
      phase: item.phase, door: item.door, flow: item.flow, due, done, sent: this.#next, outcome, reason, tookMs,
    })}\n`);
  }
}

const now = () => performance.timeOrigin + performance.now();
