// Slow answers say how far they are. A link or form marked with data-progress (the words) gets an identity that the
// server tells its progress under; without script the browser simply waits. data-file: the answer is a file.
interface Progress {
  readonly words: string;
  readonly done: number;
  readonly total: number;
  readonly share: number | null;
  readonly state: "running" | "done" | "failed" | "givenUp";
  readonly reason?: string | null;
}

interface Start {
  readonly ready: boolean;
  readonly applied: number;
  readonly entries: number;
}

const sayAfterMs = 300;
const askEveryMs = 400;
const doneForMs = 6_000;
const parameter = "progress";
const count = new Intl.NumberFormat("en-GB");

/** Watches every slow link and form of the page, and what the page itself waits for. */
export function sayProgress(): void {
  forgetIdentity();
  document.addEventListener("submit", onSubmit);
  document.addEventListener("click", onClick);
  // A page that comes back from the browser's memory waits for nothing any more.
  addEventListener("pageshow", (event) => event.persisted && note()?.remove());
  const work = document.querySelector<HTMLElement>("[data-work]");
  if (work) {
    void followWork(work, work.dataset["work"] ?? "");
  }
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset["progress"] === undefined || event.defaultPrevented) {
    return;
  }

  const id = newIdentity();
  const words = form.dataset["progress"];
  if (form.dataset["file"] !== undefined) {
    event.preventDefault();
    const asked = new URL(form.action);
    for (const [name, value] of new FormData(form, event.submitter)) {
      asked.searchParams.set(name, String(value));
    }

    void download(asked, words, id);
  } else {
    mark(form, id);
    new Waiting(words, () => stop()).follow(id);
  }
}

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-progress]") : null;
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }

  const id = newIdentity();
  const words = link.dataset["progress"] ?? "";
  const asked = new URL(link.href);
  event.preventDefault();
  if (link.dataset["file"] !== undefined) {
    void download(asked, words, id);
  } else {
    asked.searchParams.set(parameter, id);
    new Waiting(words, () => stop()).follow(id);
    location.assign(asked);
  }
}

/** Gives a form that the browser sends by itself its identity: in its fields when it asks, in its address when it posts. */
function mark(form: HTMLFormElement, id: string): void {
  if (form.method === "post") {
    const action = new URL(form.action);
    action.searchParams.set(parameter, id);
    form.action = action.toString();
    return;
  }

  const known = form.querySelector<HTMLInputElement>(`input[name="${parameter}"]`);
  const field = known ?? form.appendChild(document.createElement("input"));
  field.type = "hidden";
  field.name = parameter;
  field.value = id;
}

async function download(asked: URL, words: string, id: string): Promise<void> {
  const given = new AbortController();
  const waiting = new Waiting(words, () => given.abort());
  asked.searchParams.set(parameter, id);
  waiting.follow(id);
  try {
    const answer = await fetch(asked, { signal: given.signal, cache: "no-store" });
    if (!answer.ok) {
      waiting.end(await reasonOf(answer), true);
      return;
    }

    const file = URL.createObjectURL(await answer.blob());
    const link = document.createElement("a");
    link.href = file;
    link.download = nameOf(answer);
    link.click();
    // The browser has taken it once this turn is over.
    setTimeout(() => URL.revokeObjectURL(file), doneForMs);
    waiting.end("Done: the file is among your downloads.", false);
  } catch {
    waiting.end(
      given.signal.aborted ? "Given up. Nothing was changed." : "The server did not answer. Try again.",
      !given.signal.aborted);
  }
}

async function reasonOf(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => null)) as { title?: string; detail?: string } | null;
  return problem?.detail ?? problem?.title ?? "The server could not do it. Try again.";
}

function nameOf(answer: Response): string {
  return /filename="?([^";]+)"?/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "download";
}

/** What a person sees while something takes long: words, a bar, a way out. */
class Waiting {
  readonly #words: string;
  readonly #giveUp: () => void;
  #timer = 0;
  #ended = false;

  constructor(words: string, giveUp: () => void) {
    this.#words = words;
    this.#giveUp = giveUp;
  }

  /** Asks how far it is until it has ended; shows nothing when it is quick. */
  follow(id: string): void {
    const begun = performance.now();
    const again = async (): Promise<void> => {
      const progress = await ask<Progress>(`/api/progress/${id}`);
      if (this.#ended) {
        return;
      }

      this.#show(progress, begun);
      this.#timer = setTimeout(() => void again(), askEveryMs);
    };
    this.#timer = setTimeout(() => void again(), sayAfterMs);
  }

  /** It has ended, well or not. */
  end(words: string, failed: boolean): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    const place = failed || note() ? open() : null;
    if (place) {
      place.classList.toggle("failed", failed);
      place.replaceChildren(paragraph(words), this.#button("Close", () => place.remove()));
      if (!failed) {
        setTimeout(() => place.remove(), doneForMs);
      }
    }
  }

  #show(progress: Progress | null, begun: number): void {
    if (progress?.state === "done" && performance.now() - begun > doneForMs) {
      // The browser took the answer as a file: this page stays.
      this.end("Done.", false);
      return;
    }

    if (progress?.state === "failed") {
      this.end(progress.reason ?? "The server could not do it. Try again.", true);
      return;
    }

    const place = open();
    if (!place.querySelector("progress")) {
      const bar = document.createElement("progress");
      const numbers = document.createElement("span");
      bar.setAttribute("aria-label", this.#words);
      // Numbers that change four times a second are not read out; the words are, when they change.
      numbers.setAttribute("aria-hidden", "true");
      const cancel = this.#button("Cancel", () => {
        this.#giveUp();
        this.end("Given up. Nothing was changed.", false);
      });
      place.classList.remove("failed");
      place.replaceChildren(paragraph(this.#words), bar, numbers, cancel);
    }

    setText(place.querySelector("p"), sentence(this.#words, progress));
    setText(place.querySelector("span"), numbersOf(progress));
    showShare(place.querySelector("progress"), progress?.share ?? null);
  }

  #button(words: string, act: () => void): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "second";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }
}

/** Keeps a bar of the page itself going: of a start, or of a replay. The page is loaded again at its end. */
async function followWork(place: HTMLElement, id: string): Promise<void> {
  const bar = place.querySelector<HTMLProgressElement>("[data-progress-bar]");
  const numbers = place.querySelector("[data-progress-count]");
  const again = (): void => void setTimeout(() => void followWork(place, id), askEveryMs);
  if (id === "start") {
    const start = await ask<Start>("/api/progress/start");
    if (start?.ready && document.querySelector("main form[method=post]") === null) {
      location.reload();
      return;
    }

    if (start?.ready) {
      // Somebody may be filling in a form: what they have typed stays until they send it.
      place.replaceChildren(paragraph("The control centre is ready."));
      return;
    }

    if (start && start.entries > 0) {
      showShare(bar, start.applied / start.entries);
      setText(numbers, `${count.format(start.applied)} of ${count.format(start.entries)} entries read`);
    }

    again();
    return;
  }

  const progress = await ask<Progress>(`/api/progress/${id}`);
  if (progress && progress.state !== "running") {
    location.reload();
    return;
  }

  if (progress) {
    showShare(bar, progress.share);
    setText(numbers, `${count.format(progress.done)} of ${count.format(progress.total)} messages tried`);
  }

  again();
}

async function ask<T>(path: string): Promise<T | null> {
  try {
    const answer = await fetch(path, { cache: "no-store" });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    // Not there for now: the next look may find it.
    return null;
  }
}

function sentence(words: string, progress: Progress | null): string {
  return progress && progress.words !== "Working" && progress.words !== words
    ? `${words}: ${progress.words.toLowerCase()}`
    : words;
}

function numbersOf(progress: Progress | null): string {
  return progress && progress.total > 0
    ? `${count.format(progress.done)} of ${count.format(progress.total)}`
    : "";
}

function showShare(bar: HTMLProgressElement | null, share: number | null): void {
  if (share === null) {
    bar?.removeAttribute("value");
  } else if (bar) {
    bar.value = share;
  }
}

function note(): HTMLElement | null {
  return document.querySelector(".progress-note");
}

function open(): HTMLElement {
  const known = note();
  if (known) {
    return known;
  }

  const place = document.createElement("div");
  place.className = "progress-note";
  place.setAttribute("role", "status");
  return document.body.appendChild(place);
}

function paragraph(words: string): HTMLParagraphElement {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

function newIdentity(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The identity was for waiting only: a bookmark must not carry it. */
function forgetIdentity(): void {
  const here = new URL(location.href);
  if (here.searchParams.has(parameter)) {
    here.searchParams.delete(parameter);
    history.replaceState(history.state, "", here);
  }
}
