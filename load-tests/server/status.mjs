const settleSeconds = 60;

/** What `/api/status` says. */
export async function readStatus(door) {
  const { status: code, body } = await door.get('/api/status');
  if (code !== 200 || !Number.isFinite(body.sequence)) {
    throw new Error(`GET /api/status answered ${code} without a sequence: ${JSON.stringify(body).slice(0, 200)}`);
  }

  return body;
}

/** The status once the board has applied all up to a sequence, or as it is when the wait is over: the gates tell. */
export async function untilApplied(door, sequence) {
  await until(async () => {
    const { sequence: last, applied } = await readStatus(door);
    return last >= sequence && applied === last;
  });
  return readStatus(door);
}

/** Asks four times a second until a condition holds or the time is over. */
export async function until(condition) {
  const limit = Date.now() + settleSeconds * 1000;
  while (Date.now() < limit && !(await condition())) {
    await new Promise((resolve) => { setTimeout(resolve, 250); });
  }
}
