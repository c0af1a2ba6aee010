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

/** What this browser did with a notice: a notification, none since a tab is looked at, or none yet in its quiet hours. */
export type NoticeOutcome = "shown" | "looked" | "quiet";

/** Tells the server what became of a notice. */
export type NoticeAnswer = (tag: string, outcome: NoticeOutcome, until: Date | null) => void;

/** Who takes notices. */
export interface NoticeReader {
  /** The line is there, and answers can be given over it. */
  joined(answer: NoticeAnswer): void;
  take(notice: Notice): void;
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
  readonly #notices: NoticeReader | undefined;
  #version = 0;
  #retryMs = retryMs;

  constructor(
    page: string,
    onFrame: (frame: Frame) => void,
    onSession: (ended: boolean) => void,
    notices?: NoticeReader,
  ) {
    this.#page = page;
    this.#onFrame = onFrame;
    this.#onSession = onSession;
    this.#notices = notices;
    this.#connection = new HubConnectionBuilder()
      .withUrl(path, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(LogLevel.None)
      .build();
    // The server speaks every second: a line that is still for this long is dead, whatever the network says.
    this.#connection.serverTimeoutInMilliseconds = silentMs;
    this.#connection.keepAliveIntervalInMilliseconds = silentMs;
    this.#connection.on("page", (frame: Frame) => this.#take(frame));
    this.#connection.on("heartbeat", (frame: Frame) => this.#onFrame(frame));
    this.#connection.on("notice", (notice: Notice) => this.#notices?.take(notice));
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
    const notices = this.#notices;
    if (notices) {
      const missed = await this.#connection.invoke<readonly Notice[]>("WatchNotices").catch(() => []);
      // An answer that is lost with the line is given again, when the step is told again over the next one.
      notices.joined((tag, outcome, until) => void this.#connection.invoke("AnswerNotice", tag, outcome, until).catch(() => undefined));
      missed.forEach((notice) => notices.take(notice));
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
