// A page that stays live: what changes is put into its place, and a page of an old build loads itself again.
import { Idiomorph } from "idiomorph";
import type { ServerClock } from "./clock";
import { LiveLine, type Frame, type NoticeReader } from "./live";
import { Silence } from "./silence";
import type { Ticking } from "./ticking";

const body = document.body;

/** Keeps a page live. Returns what knows whether the server is silent; it is asked on every tick. */
export function keepLive(
  page: string, timeZone: string, clock: ServerClock, ticking: Ticking, notices?: NoticeReader,
): Silence {
  const silence = new Silence(document.querySelector("[data-silence]"), timeZone, clock.now());

  function take(frame: Frame): void {
    clock.set(frame.serverTime, frame.speed);
    silence.heard(Date.parse(frame.serverTime));
    body.classList.add("is-live");
    if (frame.full && frame.build !== undefined && frame.build !== body.dataset["build"]) {
      // The server has another version of this page.
      location.reload();
      return;
    }

    for (const fragment of frame.fragments ?? []) {
      const place = document.querySelector(`[data-live="${CSS.escape(fragment.name)}"]`);
      if (place) {
        Idiomorph.morph(place, fragment.html, { morphStyle: "innerHTML" });
        ticking.tick(place);
      }
    }
  }

  void new LiveLine(page, take, (ended) => silence.sessionEnded(ended), notices).start();
  return silence;
}
