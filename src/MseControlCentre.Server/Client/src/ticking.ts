// What moves because time passes, and nothing else does: clocks, waits, bars. The server sends no frame for it.
import { drawBars } from "./bars";
import { minutesSince, waitText, type ServerClock } from "./clock";

export class Ticking {
  readonly #clock: ServerClock;
  readonly #time: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;

  constructor(clock: ServerClock, timeZone: string) {
    this.#clock = clock;
    this.#time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
    this.#date = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone });
  }

  /** Shows the time of now in everything under an element that tells time. */
  tick(root: ParentNode): void {
    const now = this.#clock.now();
    this.#show(root, "time", this.#time.format(now));
    // "Tuesday 22 November", as the server writes it.
    this.#show(root, "date", this.#date.format(now).replace(",", ""));
    for (const element of root.querySelectorAll<HTMLElement>("[data-say]")) {
      const since = element.dataset["since"];
      if (since !== undefined) {
        setText(element, said(element.dataset["say"] ?? "wait", minutesSince(since, now)));
      }
    }

    for (const chart of root.querySelectorAll<SVGSVGElement>("[data-bars]")) {
      drawBars(chart, now);
    }
  }

  #show(root: ParentNode, clock: string, text: string): void {
    for (const element of root.querySelectorAll(`[data-clock="${clock}"]`)) {
      setText(element, text);
    }
  }
}

function said(how: string, minutes: number): string {
  const text = waitText(minutes);
  switch (how) {
    case "late": return `${text} late`;
    case "ago": return minutes < 1 ? "under a minute ago" : `${text} ago`;
    default: return text;
  }
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
