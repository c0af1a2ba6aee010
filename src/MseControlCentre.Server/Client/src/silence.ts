// A page that has lost its server must look dead, not normal.
const longestMs = 3_000;

export class Silence {
  readonly #banner: HTMLElement | null;
  readonly #time: Intl.DateTimeFormat;
  #heardAt = performance.now();
  #serverTime: number;

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
    this.#serverTime = serverTime;
    this.check();
  }

  /** Greys the page out when the server has been silent for too long. Returns whether it has. */
  check(): boolean {
    const silent = performance.now() - this.#heardAt > longestMs;
    document.body.classList.toggle("silent", silent);
    if (this.#banner && this.#banner.hidden === silent) {
      this.#banner.hidden = !silent;
      this.#banner.textContent = silent
        ? `No word from the server since ${this.#time.format(this.#serverTime)}`
        : "";
    }

    return silent;
  }
}
