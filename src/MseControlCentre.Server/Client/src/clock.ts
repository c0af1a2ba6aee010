// The server's clock, kept between frames from its time and speed; the browser's own clock only measures what has passed.
export class ServerClock {
  #serverTime = Date.now();
  #receivedAt = performance.now();
  #speed = 1;

  /** Takes the server's time from a frame. A step backwards smaller than a second is delay on the line and is left out. */
  set(serverTime: string, speed: number): void {
    const told = Date.parse(serverTime);
    const shown = this.now();
    const slack = 1000 * speed;
    if (speed === this.#speed && told < shown && shown - told < slack) {
      return;
    }

    this.#serverTime = told;
    this.#receivedAt = performance.now();
    this.#speed = speed;
  }

  /** Milliseconds since 1970 on the server's clock. */
  now(): number {
    return this.#serverTime + (performance.now() - this.#receivedAt) * this.#speed;
  }
}

/** Minutes as people say them: "48 min", "1 h 05", from three days on "30 d 6 h". */
export function waitText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours >= 72) {
    return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  }

  return hours < 1 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, "0")}`;
}

/** Whole minutes from an instant to now, never below zero. */
export function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
}
