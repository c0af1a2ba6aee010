// The live line: one connection, which never gives up. A page is watched from its beginning after each connection.
import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from "@microsoft/signalr";

export interface Frame {
  readonly version: number;
  readonly previousVersion?: number | null;
  readonly full?: boolean;
  readonly serverTime: string;
  readonly speed: number;
  readonly fragments?: readonly Fragment[];
  readonly build?: string;
}

export interface Fragment {
  readonly name: string;
  readonly html: string;
}

/** A step of an escalation, for people who do not look. */
export interface Notice {
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

const path = "/hubs/picture";
const retryMs = 1_000;
// Somebody may sign in again in another window: the line is then taken up, without asking every second until it is.
const endedRetryMs = 10_000;
const silentMs = 5_000;

export class LiveLine {
  readonly #connection: HubConnection;
  readonly #page: string;
  readonly #onFrame: (frame: Frame) => void;
  readonly #onSession: (ended: boolean) => void;
  readonly #onNotice: ((notice: Notice) => void) | undefined;
  #version = 0;
  #retryMs = retryMs;

  constructor(
    page: string,
    onFrame: (frame: Frame) => void,
    onSession: (ended: boolean) => void,
    onNotice?: (notice: Notice) => void,
  ) {
    this.#page = page;
    this.#onFrame = onFrame;
    this.#onSession = onSession;
    this.#onNotice = onNotice;
    this.#connection = new HubConnectionBuilder()
      .withUrl(path, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(LogLevel.None)
      .build();
    // The server speaks every second: a line that is still for this long is dead, whatever the network says.
    this.#connection.serverTimeoutInMilliseconds = silentMs;
    this.#connection.keepAliveIntervalInMilliseconds = silentMs;
    this.#connection.on("page", (frame: Frame) => this.#take(frame));
    this.#connection.on("heartbeat", (frame: Frame) => this.#onFrame(frame));
    this.#connection.on("notice", (notice: Notice) => this.#onNotice?.(notice));
    this.#connection.onclose(() => this.#again());
  }

  async start(): Promise<void> {
    try {
      await this.#connection.start();
      this.#version = 0;
      this.#session(false);
      await this.#connection.invoke("WatchPage", this.#page);
      await this.#watchNotices();
    } catch {
      // Not there (yet): the page says so by itself, and the line is tried again.
      await this.#askWhy();
      this.#again();
    }
  }

  // A browser does not tell why a line was refused. The same address, asked as a page, does.
  async #askWhy(): Promise<void> {
    const answer = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(silentMs) }).catch(() => null);
    if (answer) {
      this.#session(answer.status === 401);
    }
  }

  #session(ended: boolean): void {
    this.#retryMs = ended ? endedRetryMs : retryMs;
    this.#onSession(ended);
  }

  /** Whoever is shown none loses nothing but the notices. */
  async #watchNotices(): Promise<void> {
    if (this.#onNotice) {
      const missed = await this.#connection.invoke<readonly Notice[]>("WatchNotices").catch(() => []);
      missed.forEach(this.#onNotice);
    }
  }

  #again(): void {
    if (this.#connection.state === "Disconnected") {
      setTimeout(() => void this.start(), this.#retryMs);
    } else {
      void this.#connection.stop();
    }
  }

  #take(frame: Frame): void {
    if (!frame.full && frame.previousVersion !== this.#version) {
      void this.#connection.invoke("Resync");
      return;
    }

    this.#version = frame.version;
    this.#onFrame(frame);
  }
}
