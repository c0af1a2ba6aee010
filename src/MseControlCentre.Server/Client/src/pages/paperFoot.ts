// At the foot of every sheet stands what is printed: which call, of which instant, and the hash of its record. A style
// sheet cannot read it from the page, and the page may carry no style of its own.
/** Sets the foot each time the page goes to paper: the page may have taken itself anew since. */
export function offerPaperFoot(): void {
  addEventListener("beforeprint", () => {
    const words = document.querySelector<HTMLElement>("[data-paper-foot]")?.dataset["paperFoot"] ?? "";
    document.documentElement.style.setProperty("--paper-foot", JSON.stringify(words));
  });
}
