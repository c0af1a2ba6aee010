import { HttpTransportType, HubConnectionBuilder, JsonHubProtocol, LogLevel } from '@microsoft/signalr';
import { authorization } from '../server/access-key.mjs';
import { readFrame } from './frames.mjs';

/** A hub protocol that also tells a listener of every message and its size; the messages pass through unchanged. */
class ListeningProtocol {
  #inner = new JsonHubProtocol();
  #listener;

  constructor(listener) {
    this.#listener = listener;
    this.name = this.#inner.name;
    this.version = this.#inner.version;
    this.transferFormat = this.#inner.transferFormat;
  }

  parseMessages(input, logger) {
    const messages = this.#inner.parseMessages(input, logger);
    this.#listener(messages, Buffer.byteLength(input));
    return messages;
  }

  writeMessage(message) {
    return this.#inner.writeMessage(message);
  }
}

/**
 * Connects one viewer as a wall does, and reports each frame. Returns `{ stop }` when the hub has answered the watch
 * call; rejects with the hub's own words when it refuses.
 */
export async function startViewer({ server, watch, onFrame, onClosed }) {
  const connection = new HubConnectionBuilder()
    .withUrl(new URL('/hubs/picture', server).href, {
      transport: HttpTransportType.WebSockets, skipNegotiation: true, headers: authorization(),
    })
    .withHubProtocol(new ListeningProtocol((messages, bytes) => {
      messages
        .map(readFrame)
        .filter((frame) => frame !== null)
        .forEach((frame, index) => onFrame({ ...frame, bytes: index === 0 ? bytes : 0 }));
    }))
    .configureLogging(LogLevel.None)
    .build();
  connection.onclose((error) => onClosed(error));
  await connection.start();
  await connection.invoke(watch.method, ...watch.arguments);
  return { stop: () => connection.stop() };
}
