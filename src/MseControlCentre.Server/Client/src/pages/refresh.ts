// A page that takes its content anew every so often. It says so when it cannot: old figures must not look like new ones.
import { Idiomorph } from "idiomorph";
import type { ServerClock } from "../clock";
import type { Silence } from "../silence";
import type { Ticking } from "../ticking";

// A slow line is no dead one: the live line tells within seconds when the server is gone.
const longestAnswerMs = 10_000;

const body = document.body;
const parts = ["main", ".shell-foot"];
/**
 * What the reader did stays: choices of a form not yet sent, and what was opened. What a script has drawn into a place
 * marked with data-keep is not in the server's answer, and stays too.
 */
const callbacks = {
  beforeNodeRemoved: (node: Node): boolean => node.parentElement?.closest("[data-keep]") == null,
  beforeNodeMorphed: (old: Node): boolean => !(old instanceof HTMLFormElement && "keep" in old.dataset),
  beforeAttributeUpdated: (name: string, old: Element): boolean => !(name === "open" && old instanceof HTMLDetailsElement),
};

const typedInto = "form[method=post][data-keep]";
// Why a form was not taken, and what came meanwhile: nobody has read it within the seconds until the page looks again.
const refusal = "#refusal:not([hidden])";
const newSinceSeen = ".new";

const isRefused = (): boolean => document.querySelector(refusal) !== null;
const isTypedInto = (node: Element): boolean => node.matches(typedInto) || node.querySelector(typedInto) !== null;

/**
 * A page that looks again by itself takes no form away in which something is typed, nor the part that it stands in, such as
 * when a call was closed. Nor does it take away why a form was not taken, and what is marked as new beside it: both stay
 * until a form is taken.
 */
const callbacksOfRefresh = {
  ...callbacks,
  beforeNodeRemoved: (node: Node): boolean =>
    callbacks.beforeNodeRemoved(node) && !(node instanceof Element && isTypedInto(node)),
  beforeNodeMorphed: (old: Node): boolean =>
    callbacks.beforeNodeMorphed(old)
    && !(old instanceof Element && (old.matches(refusal) || (old.matches(newSinceSeen) && isRefused()))),
};

// Counts what was put into the page, so that an older answer that comes late is not put over a newer one.
let turn = 0;

/** Puts the content of another answer of the server into this page. */
export function putIn(fresh: Document, isRefresh: boolean): void {
  turn++;
  for (const selector of parts) {
    const here = document.querySelector(selector);
    const there = fresh.querySelector(selector);
    if (here && there) {
      Idiomorph.morph(here, there.innerHTML, {
        morphStyle: "innerHTML", ignoreActiveValue: isRefresh, callbacks: isRefresh ? callbacksOfRefresh : callbacks,
      });
    }
  }
}

/** Keeps a page fresh, and says when its content could not be had. */
export function keepFresh(everyMs: number, clock: ServerClock, ticking: Ticking, silence: Silence): void {
  // Once something is typed into a form that says so, the form stays as it was shown, with what its reader had seen then.
  document.addEventListener("input", (event) => {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (form && "keepTyped" in form.dataset) {
      form.dataset["keep"] = "";
    }
  });

  async function fetchAgain(): Promise<void> {
    const asked = turn;
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(Math.max(everyMs, longestAnswerMs)), cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (new URL(answer.url).pathname === "/sign-in") {
      // Nothing of the page is taken away: the line to the server says that the session has ended.
      throw new Error("The session has ended.");
    }

    const { build, serverTime, speed, starting } = fresh.body.dataset;
    if (!answer.ok && serverTime === undefined) {
      // A refusal that is no page, such as of too many requests: what is shown and typed stays.
      throw new Error(`The server answered ${answer.status}.`);
    }

    if (build !== body.dataset["build"] || starting !== undefined || serverTime === undefined) {
      location.reload();
      return;
    }

    clock.set(serverTime, Number(speed ?? "1"));
    if (asked === turn) {
      putIn(fresh, true);
      ticking.tick(document);
    }

    silence.contentFailed(false);
  }

  function again(): void {
    setTimeout(() => {
      // A page that nobody looks at asks for nothing.
      (document.hidden ? Promise.resolve() : fetchAgain()).catch(() => silence.contentFailed(true)).finally(again);
    }, everyMs);
  }

  again();
}
