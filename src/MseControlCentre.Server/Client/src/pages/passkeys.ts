// Forms that add a passkey or sign in with one. The server says what the browser is to ask; what it answers goes into the
// form, which is then sent as any other. Where a browser has no passkeys the forms stay hidden.
const attribute = "data-passkey";

export function offerPasskeys(): void {
  const able = isAble();
  for (const form of document.querySelectorAll<HTMLFormElement>(`form[${attribute}]`)) {
    if (able) {
      form.hidden = false;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        void answer(form);
      });
    }
  }

  for (const words of document.querySelectorAll<HTMLElement>(`[${attribute}-none]`)) {
    words.hidden = able;
  }
}

/** Passkeys belong to a name: a server that is opened by its address in digits can have none. */
function isAble(): boolean {
  return isSecureContext && "PublicKeyCredential" in window
    && typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function"
    && !/^[\d.]+$|^\[/.test(location.hostname);
}

async function answer(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector("button");
  const credential = form.querySelector<HTMLInputElement>("input[name=credential]");
  if (!button || !credential) {
    return;
  }

  say(form, "");
  button.disabled = true;
  try {
    const asked = await fetch(`${form.action}/options`, { method: "POST", body: new FormData(form) });
    const options: unknown = await asked.json();
    if (!asked.ok) {
      say(form, (options as { detail?: string }).detail ?? "The server did not answer as it should. Try again.");
      return;
    }

    const made = form.getAttribute(attribute) === "create" ? await create(options) : await get(options);
    credential.value = JSON.stringify(made);
    form.submit();
  } catch (reason) {
    say(form, wordsOf(reason));
  } finally {
    button.disabled = false;
  }
}

async function create(options: unknown): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as PublicKeyCredentialCreationOptionsJSON);
  return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON();
}

async function get(options: unknown): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON();
}

function wordsOf(reason: unknown): string {
  const name = reason instanceof DOMException ? reason.name : "";
  switch (name) {
    case "NotAllowedError":
      return "No passkey was used: it was given up, took too long, or this device has none for this server.";
    case "InvalidStateError":
      return "This device has a passkey of your account already.";
    default:
      return "The passkey could not be used. Open the page anew and try again.";
  }
}

function say(form: HTMLFormElement, words: string): void {
  const place = form.querySelector<HTMLElement>(`[${attribute}-error]`);
  if (place) {
    place.textContent = words;
    place.hidden = words === "";
  }
}
