import { connect } from 'node:net';

const startBlock = 0x0b;
const endBlock = 0x1c;
const carriageReturn = 0x0d;
const largestAnswer = 64 * 1024;

/**
 * One MLLP connection of one feed: sends a message, waits for its answer, and only then sends the next (as hospital
 * systems do). Messages queue in order; the queue is bounded by the plan. A frame is <VT> message <FS><CR>.
 */
export class MllpConnection {
  #host;
  #port;
  #timeoutMs;
  #socket = null;
  #received = Buffer.alloc(0);
  #waiting = null;
  #tail = Promise.resolve();

  constructor(host, port, timeoutMs = 30_000) {
    this.#host = host;
    this.#port = port;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Sends a message when all before it are answered. Resolves with
   * `{ code, controlId, text, tookMs }`, the last from the writing of it; rejects without an answer.
   */
  send(message) {
    const answer = this.#tail.then(() => this.#exchange(message));
    this.#tail = answer.catch(() => undefined); // the failure belongs to this message; the next one tries again
    return answer;
  }

  close() {
    this.#socket?.destroy();
    this.#socket = null;
  }

  async #exchange(message) {
    this.#socket ??= await this.#open();
    const wrote = performance.now();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#fail(new Error(`no answer within ${this.#timeoutMs} ms`)), this.#timeoutMs);
      this.#waiting = {
        resolve: (answer) => { clearTimeout(timer); resolve({ ...answer, tookMs: performance.now() - wrote }); },
        reject: (error) => { clearTimeout(timer); reject(error); },
      };
      this.#socket.write(frame(message));
    });
  }

  #open() {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
      socket.once('connect', () => resolve(socket));
      socket.once('error', reject);
      socket.on('error', (error) => this.#fail(error));
      socket.on('close', () => this.#fail(new Error('the server closed the connection')));
      socket.on('data', (chunk) => this.#onData(chunk));
    });
  }

  #fail(error) {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#received = Buffer.alloc(0);
    this.close();
    waiting?.reject(error);
  }

  #onData(chunk) {
    this.#received = Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf(endBlock);
    if (end < 0 || this.#received.length < end + 2) {
      if (this.#received.length > largestAnswer) {
        this.#fail(new Error(`an answer of more than ${largestAnswer} bytes`));
      }

      return;
    }

    if (this.#received[0] !== startBlock || this.#received[end + 1] !== carriageReturn || !this.#waiting) {
      this.#fail(new Error('bytes that are no MLLP answer to a message'));
      return;
    }

    const text = this.#received.subarray(1, end).toString('utf8');
    const { resolve } = this.#waiting;
    this.#waiting = null;
    this.#received = this.#received.subarray(end + 2);
    resolve(readAnswer(text));
  }
}

export function frame(message) {
  return Buffer.concat([Buffer.of(startBlock), Buffer.from(message, 'utf8'), Buffer.of(endBlock, carriageReturn)]);
}

/** Reads an acknowledgement: `MSA|AA|control-id`, and the text of `ERR` when there is one. */
export function readAnswer(text) {
  const segments = text.split(/\r\n|\r|\n/);
  const msa = segments.find((segment) => segment.startsWith('MSA'))?.split('|') ?? [];
  const error = segments.find((segment) => segment.startsWith('ERR'));
  return { code: msa[1] ?? '', controlId: msa[2] ?? '', text: error ?? msa[3] ?? '' };
}
