// The figure drawer: from any figure of any page, what it means, where it comes from and how it came about. Without
// script the figure is a link to its page; this only comes in between.
import { Idiomorph } from "idiomorph";

export interface DrawerOptions {
  /** Closes by itself when nobody has touched it for so long: a wall is never left covered. */
  readonly closeAfterMs?: number;
  /** Whether it gives way when the page loses its server. */
  readonly givesWay?: boolean;
}

const againMs = 5_000;
const answerMs = 20_000;

/** Opens a drawer from every figure of the page. */
export function offerDrawer(options: DrawerOptions = {}): void {
  const drawer = new Drawer(options);
  document.addEventListener("click", (event) => {
    const figure = event.target instanceof Element ? event.target.closest("a[data-figure]") : null;
    const address = figure?.getAttribute("href");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (figure && address && plain && !event.defaultPrevented) {
      event.preventDefault();
      drawer.open(address, figure.getAttribute("data-figure") ?? "", figure);
    }
  });
}

class Drawer {
  readonly #options: DrawerOptions;
  readonly #dialog = document.createElement("dialog");
  readonly #content = document.createElement("div");
  readonly #fault = document.createElement("p");
  #address = "";
  #id = "";
  #opener: Element | null = null;
  #asked = new AbortController();
  #again = 0;
  #unattended = 0;
  #watch: MutationObserver | null = null;

  constructor(options: DrawerOptions) {
    this.#options = options;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "drawer-close";
    close.textContent = "Close";
    close.addEventListener("click", () => this.#dialog.close());
    this.#content.className = "drawer-content";
    this.#fault.className = "drawer-fault";
    this.#fault.setAttribute("role", "status");
    this.#dialog.className = "drawer";
    this.#dialog.setAttribute("aria-labelledby", "drawer-title");
    this.#dialog.append(close, this.#fault, this.#content);
    this.#dialog.addEventListener("close", () => this.#closed());
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && this.#dialog.close());
    for (const touched of ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"]) {
      this.#dialog.addEventListener(touched, () => this.#attended(), { passive: true });
    }
  }

  open(address: string, id: string, opener: Element | null): void {
    this.#stop();
    this.#address = address;
    this.#id = id;
    this.#fault.textContent = "";
    this.#content.replaceChildren(waiting("drawer-title", "h2", "Reading the figure…"));
    if (!this.#dialog.open) {
      this.#opener = opener;
      document.body.append(this.#dialog);
      this.#dialog.showModal();
    }

    this.#dialog.scrollTop = 0;
    this.#attended();
    this.#giveWay();
    this.#watchPage();
    void this.#fill();
  }

  async #fill(): Promise<void> {
    const asked = this.#asked.signal;
    const head = await this.#ask(this.#address + "/drawer", asked);
    if (asked.aborted) {
      return;
    }

    if (head === null) {
      this.#content.replaceChildren(...faultAt(this.#address, () => this.open(this.#address, this.#id, null)));
      return;
    }

    this.#content.innerHTML = head;
    this.#refreshLater();
    const chart = this.#content.querySelector<HTMLElement>("[data-drawer-chart]");
    if (chart) {
      await this.#draw(chart, asked);
    }
  }

  /** The last day comes at once; the week before is read from the journal, which may take a while. */
  async #draw(chart: HTMLElement, asked: AbortSignal): Promise<void> {
    const place = chart.querySelector("[data-drawer-place]");
    const address = chart.dataset["drawerChart"] ?? "";
    place?.replaceChildren(waiting("", "p", "The last 24 hours are being read…"));
    for (const part of ["?week=later", ""]) {
      const drawing = await this.#ask(address + part, asked);
      if (asked.aborted || !place) {
        return;
      }

      if (drawing === null) {
        const fault = document.createElement("p");
        fault.className = "drawer-fault";
        fault.textContent = "The chart could not be read. ";
        fault.append(button("Try again", () => void this.#draw(chart, this.#asked.signal)));
        place.querySelector(".reading")?.remove();
        place.append(fault);
        return;
      }

      place.innerHTML = drawing;
    }
  }

  #refreshLater(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#refresh(), againMs);
  }

  /** Takes the value anew; what has not changed stays as it is. */
  async #refresh(): Promise<void> {
    const asked = this.#asked.signal;
    const fresh = await this.#ask(this.#address + "/drawer", asked);
    if (asked.aborted) {
      return;
    }

    const head = this.#content.querySelector("[data-drawer-head]");
    const there = fresh === null
      ? null
      : new DOMParser().parseFromString(fresh, "text/html").querySelector("[data-drawer-head]");
    this.#dialog.classList.toggle("old", !there);
    this.#fault.textContent = there ? "" : "The server does not answer: this is no longer the figure of now.";
    if (head && there) {
      Idiomorph.morph(head, there.innerHTML, { morphStyle: "innerHTML" });
    }

    this.#refreshLater();
  }

  async #ask(address: string, asked: AbortSignal): Promise<string | null> {
    try {
      const signal = AbortSignal.any([asked, AbortSignal.timeout(answerMs)]);
      const answer = await fetch(address, { signal, cache: "no-store" });
      return answer.ok ? await answer.text() : null;
    } catch {
      return null;
    }
  }

  /** When the page shows another value of the figure, the drawer does so too. */
  #watchPage(): void {
    const shown = (): string => figureOf(this.#id)?.querySelector(".value")?.textContent ?? "";
    let known = shown();
    this.#watch = new MutationObserver((changes) => {
      this.#giveWay();
      const outside = changes.some((change) => !this.#dialog.contains(change.target));
      if (outside && shown() !== known) {
        known = shown();
        clearTimeout(this.#again);
        void this.#refresh();
      }
    });
    this.#watch.observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden"],
    });
  }

  /** The word that the server is silent is never covered. */
  #giveWay(): void {
    const banner = document.querySelector<HTMLElement>("[data-silence]");
    const silent = banner !== null && !banner.hidden;
    if (silent && this.#options.givesWay && this.#dialog.open) {
      this.#dialog.close();
      return;
    }

    this.#dialog.style.setProperty("--under", `${silent ? banner.getBoundingClientRect().bottom : 0}px`);
  }

  #attended(): void {
    clearTimeout(this.#unattended);
    if (this.#options.closeAfterMs !== undefined) {
      this.#unattended = setTimeout(() => this.#dialog.close(), this.#options.closeAfterMs);
    }
  }

  #stop(): void {
    this.#asked.abort();
    this.#asked = new AbortController();
    clearTimeout(this.#again);
    clearTimeout(this.#unattended);
    this.#watch?.disconnect();
    this.#dialog.classList.remove("old");
  }

  #closed(): void {
    this.#stop();
    this.#content.replaceChildren();
    this.#dialog.remove();
    // The figure may have been put in anew since.
    const opener = this.#opener?.isConnected ? this.#opener : figureOf(this.#opener?.getAttribute("data-figure") ?? "");
    (opener as HTMLElement | SVGElement | null)?.focus();
  }
}

function figureOf(id: string): Element | null {
  return document.querySelector(`a[data-figure="${CSS.escape(id)}"]`);
}

function waiting(id: string, tag: string, words: string): HTMLElement {
  const element = document.createElement(tag);
  element.id = id;
  element.className = "reading";
  element.textContent = words;
  return element;
}

function faultAt(address: string, again: () => void): HTMLElement[] {
  const title = document.createElement("h2");
  title.id = "drawer-title";
  title.textContent = "This figure could not be read";
  const words = document.createElement("p");
  words.textContent = "The server did not answer, or is still reading its journal. ";
  const link = document.createElement("a");
  link.href = address;
  link.textContent = "Open its page";
  words.append(button("Try again", again), " ", link);
  return [title, words];
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "second";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
