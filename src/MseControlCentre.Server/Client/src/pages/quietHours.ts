// The hours in which this browser shows no notifications, as its reader chose them on the page of the own account. They are
// kept in the browser alone, and go by its own clock.
const key = "mse-notices-quiet";
const minutesOfDay = 24 * 60;

interface Hours {
  readonly from: string;
  readonly to: string;
}

/** When the quiet hours that it is in now end; null outside them. */
export function quietUntil(now: Date): Date | null {
  const hours = chosen();
  const from = minutesOf(hours?.from);
  const to = minutesOf(hours?.to);
  if (from === null || to === null || from === to) {
    return null;
  }

  const length = (to - from + minutesOfDay) % minutesOfDay;
  const since = (now.getHours() * 60 + now.getMinutes() - from + minutesOfDay) % minutesOfDay;
  if (since >= length) {
    return null;
  }

  const end = new Date(now);
  end.setHours(0, now.getHours() * 60 + now.getMinutes() + (length - since), 0, 0);
  return end;
}

/** The two fields on the page of the own account. */
export function offerQuietHours(): void {
  const part = document.querySelector<HTMLElement>("[data-quiet]");
  const from = part?.querySelector<HTMLInputElement>("[name=quiet-from]");
  const to = part?.querySelector<HTMLInputElement>("[name=quiet-to]");
  const state = part?.querySelector<HTMLElement>("[data-quiet-state]");
  if (!part || !from || !to || !state || !("Notification" in window) || !isSecureContext) {
    return;
  }

  const say = (): void => {
    const hours = chosen();
    state.textContent = hours
      ? `Quiet from ${hours.from} to ${hours.to}. What comes then is said in one notification afterwards.`
      : from.value === "" && to.value === ""
        ? "No quiet hours."
        : "Give both, and two different times.";
  };
  const keep = (): void => {
    if (from.value !== "" && to.value !== "" && from.value !== to.value) {
      localStorage.setItem(key, JSON.stringify({ from: from.value, to: to.value } satisfies Hours));
    } else {
      localStorage.removeItem(key);
    }

    say();
  };
  part.hidden = false;
  from.value = chosen()?.from ?? "";
  to.value = chosen()?.to ?? "";
  from.addEventListener("change", keep);
  to.addEventListener("change", keep);
  say();
}

function chosen(): Hours | null {
  const kept = localStorage.getItem(key);
  return kept === null ? null : JSON.parse(kept) as Hours;
}

/** Minutes since midnight of a time such as <c>07:30</c>; null when it is none. */
function minutesOf(time: string | undefined): number | null {
  const parts = /^(\d\d):(\d\d)$/.exec(time ?? "");
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}
