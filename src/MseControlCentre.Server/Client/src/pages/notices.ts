// Notifications of the browser, for people whose tab is in the background. Each browser is asked once, on the page of the
// own account; each step is shown once, whichever tab hears of it first, and not while a tab of the site is looked at. The
// server is told what became of each.
import type { Notice, NoticeAnswer, NoticeOutcome, NoticeReader } from "../live";
import { quietUntil } from "./quietHours";

const choiceKey = "mse-notices";
const seenKey = "mse-notices-seen";
const heldKey = "mse-notices-held";
const mostSeen = 200;
const othersMs = 400;
const lookMs = 60_000;

const able = "Notification" in window && isSecureContext;

/** Takes what the live line tells of; undefined where this browser has not been asked, or said no. */
export function noticesWanted(): NoticeReader | undefined {
  return able && chosen() && Notification.permission === "granted" ? new Reader() : undefined;
}

/** The button on the page of the own account. */
export function offerNotices(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-notices]");
  const state = document.querySelector<HTMLElement>("[data-notices-state]");
  const none = document.querySelector<HTMLElement>("[data-notices-none]");
  if (!button || !state || !none || !able) {
    return;
  }

  none.hidden = true;
  button.hidden = false;
  const say = (): void => {
    const on = chosen() && Notification.permission === "granted";
    button.textContent = on ? "Show none here" : "Show notifications here";
    state.hidden = !on && Notification.permission !== "denied";
    state.textContent = on
      ? "This browser shows notifications."
      : "This browser refuses notifications of this site: allow them in its settings first.";
  };
  button.addEventListener("click", () => void toggle().then(say));
  say();
}

async function toggle(): Promise<void> {
  if (chosen() && Notification.permission === "granted") {
    localStorage.removeItem(choiceKey);
  } else if ((await Notification.requestPermission()) === "granted") {
    localStorage.setItem(choiceKey, "on");
  }

  // The line of this page asks for what was chosen when it begins.
  location.reload();
}

function chosen(): boolean {
  return localStorage.getItem(choiceKey) === "on";
}

class Reader implements NoticeReader {
  #line: NoticeAnswer | undefined;
  // A step may come before the line is known to be there.
  readonly #early: Parameters<NoticeAnswer>[] = [];

  constructor() {
    setInterval(() => void this.#release(), lookMs);
    document.addEventListener("visibilitychange", () => void this.#release());
  }

  joined(answer: NoticeAnswer): void {
    this.#line = answer;
    this.#early.splice(0).forEach((one) => answer(...one));
    void this.#release();
  }

  take(notice: Notice): void {
    void this.#take(notice);
  }

  #answer(...one: Parameters<NoticeAnswer>): void {
    if (this.#line) {
      this.#line(...one);
    } else {
      this.#early.push(one);
    }
  }

  async #take(notice: Notice): Promise<void> {
    if (document.hidden) {
      // A tab that is looked at marks it at once; the others then keep quiet.
      await new Promise((resolve) => setTimeout(resolve, othersMs));
    }

    await navigator.locks.request(seenKey, () => {
      const known = seen().find(([tag]) => tag === notice.tag);
      const until = quietUntil(new Date());
      const outcome = known?.[1] ?? (!document.hidden ? "looked" : until ? "quiet" : "shown");
      if (!known) {
        mark(notice.tag, outcome);
        if (outcome === "shown") {
          show(notice.title, notice.tag, notice.body, notice.path);
        } else if (outcome === "quiet") {
          write(heldKey, [...held(), notice.tag]);
        }
      }

      this.#answer(notice.tag, outcome, outcome === "quiet" ? until : null);
    });
  }

  /** Says in one notification what came in the quiet hours, once they are over. */
  async #release(): Promise<void> {
    if (quietUntil(new Date()) || held().length === 0) {
      return;
    }

    await navigator.locks.request(seenKey, () => {
      const tags = held();
      write(heldKey, []);
      const outcome = document.hidden ? "shown" : "looked";
      if (tags.length > 0 && document.hidden) {
        show(
          tags.length === 1 ? "One thing was told in your quiet hours" : `${tags.length} things were told in your quiet hours`,
          "quiet-hours", "See what is still open.", "/escalations");
      }

      for (const tag of tags) {
        mark(tag, outcome);
        this.#answer(tag, outcome, null);
      }
    });
  }
}

function seen(): [string, NoticeOutcome][] {
  return JSON.parse(localStorage.getItem(seenKey) ?? "[]") as [string, NoticeOutcome][];
}

function held(): string[] {
  return JSON.parse(localStorage.getItem(heldKey) ?? "[]") as string[];
}

/** Notes what became of a step. */
function mark(tag: string, outcome: NoticeOutcome): void {
  write(seenKey, [...seen().filter(([other]) => other !== tag), [tag, outcome]].slice(-mostSeen));
}

function write(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value));
}

function show(title: string, tag: string, words: string, path: string): void {
  const shown = new Notification(title, { tag, body: words, lang: "en-GB" });
  shown.addEventListener("click", () => {
    window.focus();
    location.assign(path);
    shown.close();
  });
}
