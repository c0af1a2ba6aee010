import { ServerClock } from "./clock";
import { offerDrawer } from "./drawer";
import { keepLive } from "./liveFragments";
import { sayProgress } from "./pages/progress";
import { Ticking } from "./ticking";

const tickMs = 250;
const unattendedMs = 60_000;
const body = document.body;

if (body.dataset["starting"] !== undefined) {
  sayProgress();
} else {
  showLive(body.dataset["page"] ?? "wall", body.dataset["timeZone"] ?? "Europe/London");
}

function showLive(page: string, timeZone: string): void {
  const clock = new ServerClock();
  clock.set(body.dataset["serverTime"] ?? new Date().toISOString(), Number(body.dataset["speed"] ?? "1"));
  const ticking = new Ticking(clock, timeZone);
  const silence = keepLive(page, timeZone, clock, ticking);
  offerDrawer({ closeAfterMs: unattendedMs, givesWay: true });
  setInterval(() => {
    // A dead wall's clock stands still: it must not look as if it knew what time it is.
    if (!silence.check()) {
      ticking.tick(document);
    }
  }, tickMs);
}
