// A statement saves itself a moment after its writer stops typing, and when they leave. Two people may write the same one:
// the server takes one of two changes, and each is told of the other, with both texts side by side where they differ.
const pauseMs = 1_500;
const lookMs = 3_000;
const longestMs = 10_000;
const writingMs = 20_000;
const prefix = "mse-statement:";

interface Writer {
  readonly name: string;
  readonly isWriting: boolean;
}

// As StatementState of the server writes it.
interface State {
  readonly revision: number;
  readonly answers: Readonly<Record<string, string>>;
  readonly isReady: boolean;
  readonly by: string | null;
  readonly at: string | null;
  readonly isLate: boolean;
  readonly isClosed: boolean;
  readonly others: readonly Writer[];
  readonly errors: readonly { readonly field: string | null; readonly message: string }[];
}

interface Draft {
  readonly base: Readonly<Record<string, string>>;
  readonly mine: Readonly<Record<string, string>>;
  readonly seen: number;
  readonly ready: boolean;
  readonly baseReady: boolean;
}

/** Keeps the statement of this page, if it has one. */
export function keepStatement(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-statement]");
  if (form) {
    new Statement(form).start();
  }
}

class Statement {
  readonly #form: HTMLFormElement;
  readonly #window = crypto.randomUUID();
  readonly #key: string;
  readonly #questions = new Map<string, HTMLTextAreaElement>();
  readonly #ready: HTMLInputElement;
  readonly #seen: HTMLInputElement;
  // What the server said last: what differs from it is this writer's own.
  #base: Record<string, string> = {};
  #baseReady: boolean;
  #timer = 0;
  #busy = false;
  // Asked for while an earlier save was on its way: what was written since goes out as soon as that one is answered.
  #wanted = false;
  #closed = false;
  // What was refused for what it says is not sent again until it says something else.
  #refused = false;
  #typedAt = -Infinity;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#key = `${prefix}${form.dataset["statement"] ?? ""}:${location.pathname}`;
    this.#ready = form.querySelector<HTMLInputElement>("[name=ready]")!;
    this.#seen = form.querySelector<HTMLInputElement>("[name=seen]")!;
    for (const field of form.querySelectorAll<HTMLElement>("[data-question]")) {
      this.#questions.set(field.dataset["question"] ?? "", field.querySelector("textarea")!);
    }

    this.#baseReady = this.#ready.defaultChecked;
    for (const [question, area] of this.#questions) {
      this.#base[question] = area.defaultValue;
    }
  }

  start(): void {
    this.#restore();
    this.#form.addEventListener("input", () => this.#changed());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#save(false);
    });
    this.#form.addEventListener("click", (event) => this.#choose(event));
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) {
        void this.#save(true);
      }
    });
    addEventListener("pagehide", () => void this.#save(true));
    this.#again();
  }

  #changed(): void {
    this.#typedAt = performance.now();
    this.#refused = false;
    this.#keep();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(false), pauseMs);
    if (this.#isMine() && !this.#closed) {
      this.#say("Not saved yet", "waiting");
    }
  }

  /** Looks every few seconds whether somebody else writes here; a window that nobody sees asks for nothing. */
  #again(): void {
    setTimeout(() => {
      (document.hidden || this.#closed ? Promise.resolve() : this.#look()).catch(() => this.#unanswered())
        .finally(() => this.#again());
    }, lookMs);
  }

  async #look(): Promise<void> {
    const address = new URL(location.pathname, location.href);
    address.searchParams.set("window", this.#window);
    address.searchParams.set("writing", performance.now() - this.#typedAt < writingMs ? "yes" : "no");
    const answer = await fetch(address, {
      headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout(longestMs),
    });
    if (!isJson(answer)) {
      throw new Error("The session has ended, or the server is being started.");
    }

    const state = (await answer.json()) as State;
    this.#sayOthers(state.others);
    if (state.isClosed) {
      this.#end(state);
    } else if (!this.#busy && state.revision > Number(this.#seen.value)) {
      this.#merge(state);
    }

    if (!this.#busy && this.#isMine() && !this.#hasConflict()) {
      // It could not be saved a moment ago, or differs from what somebody else has written.
      await this.#save(false);
    }
  }

  async #save(leaving: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#wanted = this.#busy;
    if (this.#busy || this.#closed || this.#refused || !this.#isMine() || this.#hasConflict()) {
      return;
    }

    this.#busy = true;
    const sent = this.#texts();
    const ready = this.#ready.checked;
    try {
      const answer = await fetch(this.#form.action, {
        method: "POST",
        body: new FormData(this.#form),
        headers: { Accept: "application/json" },
        keepalive: leaving,
        signal: AbortSignal.timeout(longestMs),
      });
      if (!isJson(answer)) {
        throw new Error("The session has ended, or the server is being started.");
      }

      this.#busy = false;
      this.#answered(answer, (await answer.json()) as State, sent, ready);
    } catch {
      this.#unanswered();
    } finally {
      this.#busy = false;
    }

    if (this.#wanted) {
      await this.#save(false);
    }
  }

  #answered(answer: Response, state: State, sent: Record<string, string>, ready: boolean): void {
    for (const [question] of this.#questions) {
      this.#error(question, state.errors?.find((one) => one.field === `q-${question}`)?.message ?? "");
    }

    if (answer.ok) {
      this.#base = sent;
      this.#baseReady = ready;
      this.#seen.value = String(state.revision);
      this.#keep();
      if (this.#isMine()) {
        this.#say("Not saved yet", "waiting");
      } else {
        this.#say(`Saved ${state.at ?? ""}${state.isLate ? ", late" : ""}`, state.isLate ? "late" : "");
      }
    } else if (state.isClosed) {
      this.#end(state);
    } else if (answer.status === 409) {
      this.#merge(state);
    } else {
      // What was written since it was sent may well be taken.
      this.#refused = answer.status === 400 && this.#ready.checked === ready && this.#isSame(sent);
      this.#say(`Not saved. ${state.errors?.map((one) => one.message).join(" ") ?? ""}`, "failed");
    }
  }

  /** Takes what somebody else wrote where this writer wrote nothing; shows both where both did. */
  #merge(state: State): void {
    let conflicts = 0;
    let changes = 0;
    for (const [question, area] of this.#questions) {
      const theirs = state.answers[question] ?? "";
      const base = this.#base[question] ?? "";
      const mine = kept(area.value);
      if (theirs === base && this.#isOpen(question)) {
        // Its writer has not chosen yet.
        conflicts++;
      } else if (mine === theirs || theirs === base) {
        this.#show(question, null, state);
      } else if (mine === base) {
        area.value = theirs;
        this.#show(question, null, state, "changed this just now.");
        changes++;
      } else {
        this.#show(question, theirs, state);
        conflicts++;
      }
    }

    if (this.#ready.checked === this.#baseReady) {
      this.#ready.checked = state.isReady;
    }

    this.#base = Object.fromEntries([...this.#questions.keys()].map((one) => [one, state.answers[one] ?? ""]));
    this.#baseReady = state.isReady;
    this.#seen.value = String(state.revision);
    this.#keep();
    if (conflicts === 0 && changes === 0 && !this.#isMine()) {
      // What this writer sent was taken, though its answer did not come.
      this.#say(`Saved ${state.at ?? ""}${state.isLate ? ", late" : ""}`, state.isLate ? "late" : "");
      return;
    }

    this.#say(
      conflicts > 0
        ? `Not saved: ${state.by ?? "somebody else"} wrote here too, at ${state.at ?? ""}. Choose below what stays.`
        : `${state.by ?? "Somebody else"} changed this statement at ${state.at ?? ""}: it is in the form.`,
      conflicts > 0 ? "failed" : "");
  }

  #show(question: string, theirs: string | null, state: State, notice = ""): void {
    const place = this.#form.querySelector<HTMLElement>(`[data-question="${CSS.escape(question)}"] [data-theirs]`);
    if (!place) {
      return;
    }

    const who = document.createElement("p");
    who.className = "who";
    if (theirs === null) {
      who.textContent = notice === "" ? "" : `${state.by ?? "Somebody else"} ${notice}`;
      place.replaceChildren(...(notice === "" ? [] : [who]));
      delete place.dataset["open"];
      return;
    }

    who.textContent = `${state.by ?? "Somebody else"} wrote at ${state.at ?? ""}:`;
    const quote = document.createElement("blockquote");
    quote.textContent = theirs === "" ? "(nothing)" : theirs;
    quote.dataset["words"] = theirs;
    place.replaceChildren(who, quote, button("mine", "Keep mine"), button("theirs", "Take theirs"), button("both", "Keep both"));
    place.dataset["open"] = "";
  }

  #choose(event: Event): void {
    const chosen = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-choose]") : null;
    const field = chosen?.closest<HTMLElement>("[data-question]");
    const place = field?.querySelector<HTMLElement>("[data-theirs]");
    const area = field?.querySelector("textarea");
    if (!chosen || !place || !area) {
      return;
    }

    const theirs = place.querySelector<HTMLElement>("blockquote")?.dataset["words"] ?? "";
    if (chosen.dataset["choose"] === "theirs") {
      area.value = theirs;
    } else if (chosen.dataset["choose"] === "both") {
      area.value = `${theirs}\n${area.value}`.slice(0, area.maxLength);
    }

    place.replaceChildren();
    delete place.dataset["open"];
    area.focus();
    this.#changed();
    if (!this.#isMine()) {
      this.#say("It is as it was saved.", "");
    }
  }

  #sayOthers(others: readonly Writer[]): void {
    const place = this.#form.querySelector<HTMLElement>("[data-others]");
    const text = others.map((one) => `${one.name} ${one.isWriting ? "is writing here too" : "has this open too"}`).join("; ");
    if (place && place.textContent !== text) {
      place.textContent = text;
    }
  }

  #error(question: string, words: string): void {
    const field = this.#form.querySelector<HTMLElement>(`[data-question="${CSS.escape(question)}"]`);
    const shown = field?.querySelector<HTMLElement>(".error");
    if (words === "") {
      shown?.remove();
    } else if (shown) {
      shown.textContent = words;
    } else {
      const error = document.createElement("p");
      error.className = "error";
      error.setAttribute("role", "alert");
      error.textContent = words;
      field?.querySelector("textarea")?.before(error);
    }
  }

  #unanswered(): void {
    // While both texts stand side by side nothing is sent: which of them stays is still to be chosen.
    if (this.#isMine() && !this.#hasConflict()) {
      this.#say("Not saved: the server does not answer. What you wrote stays here and is tried again.", "failed");
    }
  }

  /** Says that the call is closed; what came too late for its record stays in the form, and is named. */
  #end(state: State): void {
    this.#closed = true;
    for (const [question, area] of this.#questions) {
      const said = state.answers[question] ?? "";
      if (kept(area.value) === said) {
        // It was taken, though its answer may not have come.
        this.#base[question] = said;
      }
    }

    if (this.#ready.checked === state.isReady) {
      this.#baseReady = state.isReady;
    }

    this.#keep();
    if (this.#isMine()) {
      this.#say(`Not saved: the call is closed, nothing more is taken. Not in the record: ${this.#unsaved().join("; ")}`, "failed");
    } else {
      // The page shows what was said in the place of the form.
      delete this.#form.dataset["keep"];
      this.#say("The call is closed.", "");
    }
  }

  /** What its writer has changed since it was saved, by the words beside each field. */
  #unsaved(): string[] {
    const changed = [...this.#questions]
      .filter(([question, area]) => kept(area.value) !== (this.#base[question] ?? ""))
      .map(([question, area]) => area.labels[0]?.textContent ?? question);
    return this.#ready.checked === this.#baseReady ? changed : [...changed, "whether you are ready"];
  }

  #isOpen(question: string): boolean {
    return this.#form.querySelector(`[data-question="${CSS.escape(question)}"] [data-theirs][data-open]`) !== null;
  }

  #hasConflict(): boolean {
    return this.#form.querySelector("[data-theirs][data-open]") !== null;
  }

  #isMine(): boolean {
    return this.#ready.checked !== this.#baseReady
      || [...this.#questions].some(([question, area]) => kept(area.value) !== (this.#base[question] ?? ""));
  }

  #texts(): Record<string, string> {
    return Object.fromEntries([...this.#questions].map(([question, area]) => [question, kept(area.value)]));
  }

  #isSame(texts: Record<string, string>): boolean {
    return Object.entries(this.#texts()).every(([question, text]) => text === texts[question]);
  }

  #keep(): void {
    if (!this.#isMine()) {
      sessionStorage.removeItem(this.#key);
      return;
    }

    const draft: Draft = {
      base: this.#base, mine: this.#texts(), seen: Number(this.#seen.value),
      ready: this.#ready.checked, baseReady: this.#baseReady,
    };
    sessionStorage.setItem(this.#key, JSON.stringify(draft));
  }

  /** Puts back what was not saved before the page was loaded anew: as a change of what its writer had seen then. */
  #restore(): void {
    const stored = sessionStorage.getItem(this.#key);
    if (stored === null) {
      return;
    }

    const draft = JSON.parse(stored) as Draft;
    for (const [question, area] of this.#questions) {
      const mine = draft.mine[question];
      if (mine !== undefined && mine !== draft.base[question]) {
        area.value = mine;
        this.#base[question] = draft.base[question] ?? "";
      }
    }

    if (draft.ready !== draft.baseReady) {
      this.#ready.checked = draft.ready;
    }

    this.#seen.value = String(draft.seen);
    this.#changed();
  }

  #say(words: string, how: string): void {
    const place = this.#form.querySelector<HTMLElement>("[data-saved]");
    if (place) {
      place.className = `saved ${how}`;
      if (place.textContent !== words) {
        place.textContent = words;
      }
    }
  }
}

function button(choose: string, words: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "second";
  made.dataset["choose"] = choose;
  made.textContent = words;
  return made;
}

/** A text as the server keeps it: lines as they were written, without space around them. */
function kept(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

function isJson(answer: Response): boolean {
  return answer.headers.get("Content-Type")?.startsWith("application/") === true && answer.status !== 401 && answer.status !== 403
    && answer.status !== 404 && !answer.headers.get("Content-Type")!.includes("problem");
}
