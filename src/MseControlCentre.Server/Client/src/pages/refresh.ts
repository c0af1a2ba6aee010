// A page that takes its content anew every so often. It says so when it cannot: old figures must not look like new ones.
import { Idiomorph } from "idiomorph";
import type { ServerClock } from "../clock";
import type { Ticking } from "../ticking";

const body = document.body;
const parts = ["main", ".shell-foot"];

/** Keeps a page fresh. Returns whether its content could not be had since the last time. */
export function keepFresh(everyMs: number, timeZone: string, clock: ServerClock, ticking: Ticking): () => boolean {
  const banner = document.querySelector<HTMLElement>("[data-silence]");
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone });
  let told = clock.now();
  let silent = false;

  function say(lost: boolean): void {
    silent = lost;
    body.classList.toggle("silent", lost);
    if (banner) {
      banner.hidden = !lost;
      banner.textContent = lost ? `No word from the server since ${time.format(told)}` : "";
    }
  }

  async function fetchAgain(): Promise<void> {
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(everyMs), cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { build, serverTime, speed, starting } = fresh.body.dataset;
    if (build !== body.dataset["build"] || starting !== undefined || serverTime === undefined) {
      location.reload();
      return;
    }

    clock.set(serverTime, Number(speed ?? "1"));
    told = clock.now();
    for (const selector of parts) {
      const here = document.querySelector(selector);
      const there = fresh.querySelector(selector);
      if (here && there) {
        Idiomorph.morph(here, there.innerHTML, { morphStyle: "innerHTML", ignoreActiveValue: true });
      }
    }

    ticking.tick(document);
    say(false);
  }

  function again(): void {
    setTimeout(() => {
      // A page that nobody looks at asks for nothing.
      (document.hidden ? Promise.resolve() : fetchAgain()).catch(() => say(true)).finally(again);
    }, everyMs);
  }

  again();
  return () => silent;
}
