// Every page but the wall: its clock runs; it is live, takes itself anew, or stands still, as its frame says. Each has a
// line to its server and says when it has lost it.
import { ServerClock } from "../clock";
import { offerDrawer } from "../drawer";
import { keepLive } from "../liveFragments";
import { Ticking } from "../ticking";
import { keepDrafts } from "./drafts";
import { sendInPlace } from "./inPlace";
import { noticesWanted, offerNotices } from "./notices";
import { offerQuietHours } from "./quietHours";
import { offerPaperFoot } from "./paperFoot";
import { offerPasskeys } from "./passkeys";
import { presentByKeys } from "./present";
import { sayProgress } from "./progress";
import { keepFresh } from "./refresh";
import { keepStatement } from "./statement";

const tickMs = 1_000;
const { page, refresh, starting, timeZone = "Europe/London", serverTime, speed = "1" } = document.body.dataset;

// On a phone the line of pages is wider than the screen: the page one is on stands in sight.
document.querySelector(".shell-head nav [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

sayProgress();
offerDrawer();
offerPasskeys();
offerNotices();
offerQuietHours();
offerPaperFoot();
keepDrafts();
presentByKeys();
keepStatement();
// A page that is starting says how far it is and goes on by itself.
if (starting === undefined || document.querySelector("main form") !== null) {
  const clock = new ServerClock();
  clock.set(serverTime ?? new Date().toISOString(), Number(speed));
  const ticking = new Ticking(clock, timeZone);
  sendInPlace(() => ticking.tick(document));
  const silence = keepLive(page ?? "shell", timeZone, clock, ticking, noticesWanted());
  if (page === undefined && refresh !== undefined) {
    keepFresh(1_000 * Number(refresh), clock, ticking, silence);
  }

  setInterval(() => {
    if (!silence.check()) {
      ticking.tick(document);
    }
  }, tickMs);
}
