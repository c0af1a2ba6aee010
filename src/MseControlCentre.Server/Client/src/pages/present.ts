// The screens of a call by the keyboard: one key to the next place or back, one to each form of the panel. Nobody who
// types or has chosen something loses what the key does there.
const keys: Readonly<Record<string, string>> = {
  ArrowRight: "a[rel=next]", PageDown: "a[rel=next]", " ": "a[rel=next]",
  ArrowLeft: "a[rel=prev]", PageUp: "a[rel=prev]",
};
const fields: Readonly<Record<string, string>> = { a: "#agree-words", n: "#note-words", o: "[name=level]:checked, [name=level]" };

/** Lets the keys move between the screens of a call. */
export function presentByKeys(): void {
  // A form sent in place puts its address into the history: going back shows what stood there. A link to a place of the
  // same page, such as the skip link, tells the same, but needs no other content.
  addEventListener("popstate", () => {
    if (document.querySelector(".held") && location.hash === "") {
      location.reload();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!document.querySelector(".held") || event.ctrlKey || event.altKey || event.metaKey
      || isUsed(event.target, event.key)) {
      return;
    }

    const link = document.querySelector<HTMLAnchorElement>(
      event.key === " " && event.shiftKey ? "a[rel=prev]" : keys[event.key] ?? ":not(*)");
    const field = document.querySelector<HTMLElement>(fields[event.key] ?? ":not(*)");
    if (link || field) {
      event.preventDefault();
      link?.click();
      field?.focus();
    }
  });
}

/** Whether a key does something of its own where it is pressed: it types, chooses, presses a button, moves a table. */
function isUsed(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) {
    return false;
  }

  const isLetter = key in fields;
  return target.closest(isLetter ? "input:not([type=radio]), select, textarea" : "input, select, textarea, .table-scroll") !== null
    || (key === " " && target.closest("button, summary, a") !== null);
}
