// A page that has lost its server, or cannot be taken anew, must look dead, not normal.
const longestMs = 3_000;

export class Silence {
  readonly #banner: HTMLElement | null;
  readonly #time: Intl.DateTimeFormat;
  #heardAt = performance.now();
  #serverTime: number;
  #failed = false;
  #ended = false;

  constructor(banner: HTMLElement | null, timeZone: string, serverTime: number) {
    this.#banner = banner;
    this.#serverTime = serverTime;
    this.#time = new Intl.DateTimeFormat("en-GB", {
      hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone,
    });
  }

  /** The server has spoken. */
  heard(serverTime: number): void {
    this.#heardAt = performance.now();
    if (!this.#failed) {
      this.#serverTime = serverTime;
    }

    this.check();
  }

  /** The server speaks, but the page's content could not be taken anew, or could be again. */
  contentFailed(failed: boolean): void {
    this.#failed = failed;
    this.check();
  }

  /** The server no longer knows who reads this, or knows it again. */
  sessionEnded(ended: boolean): void {
    this.#ended = ended;
    this.check();
  }

  /** Greys the page out when it no longer shows now. Returns whether it does not. */
  check(): boolean {
    const overdue = performance.now() - this.#heardAt > longestMs;
    const silent = overdue || this.#failed || this.#ended;
    const text = !silent ? "" : this.#ended
      ? "Your session has ended."
      : overdue
      ? `No word from the server since ${this.#time.format(this.#serverTime)}`
      : `This page could not be taken anew since ${this.#time.format(this.#serverTime)}`;
    document.body.classList.toggle("silent", silent);
    if (this.#banner && (this.#banner.hidden === silent || this.#banner.firstChild?.textContent !== text)) {
      this.#banner.hidden = !silent;
      this.#banner.replaceChildren(text, ...(this.#ended ? [signInLink()] : []));
    }

    return silent;
  }
}

function signInLink(): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;
  link.textContent = "Sign in again";
  return link;
}
