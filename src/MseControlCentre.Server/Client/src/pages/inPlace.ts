// Forms that are sent without leaving the page. What was not taken stays in its field with the error beside it; when the
// server does not answer, what was typed stays too.
import { forgetDraft, restoreDrafts } from "./drafts";
import { putIn } from "./refresh";

const longestMs = 20_000;

/** Sends forms that ask for it in place; without script they are sent as any other. */
export function sendInPlace(shown: () => void): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && "inPlace" in form.dataset && !event.defaultPrevented) {
      event.preventDefault();
      if (form.getAttribute("aria-busy") !== "true") {
        void send(form, event.submitter, shown);
      }
    }
  });
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null, shown: () => void): Promise<void> {
  form.setAttribute("aria-busy", "true");
  say(form, "");
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form, submitter),
      headers: { Accept: "text/html" },
      signal: AbortSignal.timeout(longestMs),
    });
    await take(form, answer, shown);
  } catch {
    say(form, "The server does not answer. It may have been taken: look before you send it again. What you entered is still here.");
  } finally {
    form.removeAttribute("aria-busy");
  }
}

async function take(form: HTMLFormElement, answer: Response, shown: () => void): Promise<void> {
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (answer.status === 401 || answer.status === 403 || new URL(answer.url).pathname === "/sign-in") {
    say(form, "Not sent: your session has ended, or your account may not do this. What you entered is still here.");
    return;
  }

  if (!fresh.querySelector("main .held, main #say")) {
    say(form, "Not sent: the server could not take it now. What you entered is still here; send it again.");
    return;
  }

  delete form.dataset["keep"];
  const moves = answer.ok && new URL(answer.url).pathname !== location.pathname;
  if (answer.ok) {
    forgetDraft(form);
    // The address of what is shown now, as if the form had been sent without script.
    history[moves ? "pushState" : "replaceState"](null, "", answer.url);
    document.title = fresh.title;
  }

  putIn(fresh, false);
  shown();
  if (moves) {
    scrollTo(0, 0);
    restoreDrafts();
  }

  document.querySelector<HTMLElement>(moves ? "main h1" : "#errors")?.focus();
}

function say(form: HTMLFormElement, words: string): void {
  const place = form.querySelector<HTMLElement>(":scope > [data-not-sent]") ?? form.appendChild(made());
  place.textContent = words;
  place.hidden = words === "";
}

function made(): HTMLElement {
  const place = document.createElement("p");
  place.dataset["notSent"] = "";
  place.className = "error";
  place.setAttribute("role", "alert");
  return place;
}
