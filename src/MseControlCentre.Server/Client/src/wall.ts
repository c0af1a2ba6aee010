import { Idiomorph } from "idiomorph";
import { ServerClock } from "./clock";
import { LiveLine, type Frame } from "./live";
import { Silence } from "./silence";
import { Ticking } from "./ticking";

const tickMs = 250;
const lookAgainMs = 2_000;
const body = document.body;

if (body.dataset["starting"] !== undefined) {
  setTimeout(() => location.reload(), lookAgainMs);
} else {
  showLive(body.dataset["page"] ?? "wall", body.dataset["timeZone"] ?? "Europe/London");
}

function showLive(page: string, timeZone: string): void {
  const clock = new ServerClock();
  clock.set(body.dataset["serverTime"] ?? new Date().toISOString(), Number(body.dataset["speed"] ?? "1"));
  const ticking = new Ticking(clock, timeZone);
  const silence = new Silence(document.querySelector("[data-silence]"), timeZone, clock.now());

  function take(frame: Frame): void {
    clock.set(frame.serverTime, frame.speed);
    silence.heard(Date.parse(frame.serverTime));
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

  setInterval(() => {
    // A dead wall's clock stands still: it must not look as if it knew what time it is.
    if (!silence.check()) {
      ticking.tick(document);
    }
  }, tickMs);
  void new LiveLine(page, take).start();
}
