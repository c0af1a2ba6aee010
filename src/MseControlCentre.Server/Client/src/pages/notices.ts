// Notifications of the browser, for people whose tab is in the background. Each browser is asked once, on the page of the
// own account; each step is shown once, whichever tab hears of it first, and not while a tab of the site is looked at.
import type { Notice } from "../live";

const choiceKey = "mse-notices";
const seenKey = "mse-notices-seen";
const mostSeen = 200;
const othersMs = 400;

const able = "Notification" in window && isSecureContext;

/** Shows what the live line tells of; undefined where this browser has not been asked, or said no. */
export function noticesWanted(): ((notice: Notice) => void) | undefined {
  return able && chosen() && Notification.permission === "granted" ? (notice) => void take(notice) : undefined;
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

async function take(notice: Notice): Promise<void> {
  if (document.hidden) {
    // A tab that is looked at marks it at once; the others then keep quiet.
    await new Promise((resolve) => setTimeout(resolve, othersMs));
  }

  await navigator.locks.request(seenKey, () => {
    if (markSeen(notice.tag) && document.hidden && chosen()) {
      show(notice);
    }
  });
}

/** Whether it is seen for the first time. */
function markSeen(tag: string): boolean {
  const seen = JSON.parse(localStorage.getItem(seenKey) ?? "[]") as string[];
  if (seen.includes(tag)) {
    return false;
  }

  localStorage.setItem(seenKey, JSON.stringify([...seen, tag].slice(-mostSeen)));
  return true;
}

function show(notice: Notice): void {
  const shown = new Notification(notice.title, { tag: notice.tag, body: notice.body, lang: "en-GB" });
  shown.addEventListener("click", () => {
    window.focus();
    location.assign(notice.path);
    shown.close();
  });
}
