// What is typed into a form that is not sent yet stays in this window, through a reload and on another screen of the same
// call, until it is taken. It is under its writer's own name: on a shared machine nobody finds another's words.
const prefix = "mse-draft:";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Keeps what is typed into forms that ask for it, and puts back what was kept. */
export function keepDrafts(): void {
  restoreDrafts();
  document.addEventListener("input", (event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-draft]") : null;
    if (form) {
      sessionStorage.setItem(keyOf(form), JSON.stringify(fieldsOf(form).map(valueOf)));
    }
  });
}

/** Puts back what was kept of the forms that are shown. */
export function restoreDrafts(): void {
  document.querySelectorAll<HTMLFormElement>("form[data-draft]").forEach(restore);
}

/** Lets go of a form's draft: it was taken. */
export function forgetDraft(form: HTMLFormElement): void {
  sessionStorage.removeItem(keyOf(form));
}

function restore(form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(keyOf(form));
  const fields = fieldsOf(form);
  const values = kept === null ? [] : (JSON.parse(kept) as (string | boolean)[]);
  // Another version of the form has other fields; what the server shows of a form that it did not take goes first.
  if (values.length !== fields.length || document.querySelector("#errors")) {
    return;
  }

  fields.forEach((field, index) => {
    const value = values[index];
    if (field instanceof HTMLInputElement && typeof value === "boolean") {
      field.checked = value;
    } else if (typeof value === "string") {
      field.value = value;
    }
  });
  form.dataset["keep"] = "";
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((one): one is Field =>
    (one instanceof HTMLInputElement && one.type !== "hidden")
    || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement);
}

function valueOf(field: Field): string | boolean {
  return field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")
    ? field.checked : field.value;
}

function keyOf(form: HTMLFormElement): string {
  return prefix + (form.dataset["draft"] ?? "");
}
