/** The conditions a day's run must meet; each `{ name, passed, detail }`. */
export function dayGates({ phases, totals, statusBefore, statusAfter, watched, feedCount, server }) {
  const grown = statusAfter.sequence - statusBefore.sequence;
  const own = grown - totals.accepted;
  // A viewer is told at least once a second: shorter phases prove nothing.
  const without = phases.filter(({ seconds, viewers }) =>
    seconds >= 2 && viewers.viewersWithFrames < viewers.viewers);
  const gates = [
    gate('every planned message was sent', totals.sent === totals.planned, `${totals.sent} of ${totals.planned}`),
    gate('every message was acknowledged (AA or 202)', totals.accepted === totals.sent,
      `${totals.accepted} accepted, ${totals.rejected} rejected, ${totals.errors} errors`),
    // The server writes events of its own: a feed falls silent or is heard again, each at most once in so short a run.
    gate('the journal holds what was accepted, once', own >= 0 && own <= 2 * feedCount,
      `grew by ${grown}: ${totals.accepted} accepted, ${own} of the server's own (at most ${2 * feedCount})`),
    gate('the board has applied the whole journal', statusAfter.applied === statusAfter.sequence,
      `applied ${statusAfter.applied} of ${statusAfter.sequence}`),
    gate('every viewer received frames in every phase', without.length === 0 && phases.length > 0,
      without.map(({ name, viewers: { viewersWithFrames } }) => `${name}: ${viewersWithFrames}`).join(', ') || 'all'),
    gate('every accepted event reached every viewer', watched.neverSeen === 0 && watched.delayMs !== null,
      watched.delayMs === null ? 'no frame carried a sequence' : `${watched.neverSeen} did not`),
    gate('no viewer was cut off', watched.cutOff.length === 0, watched.cutOff.join(', ') || 'none'),
  ];
  if (server) {
    const { code, signal } = server.exit;
    gates.push(
      gate('the server stopped when asked', code === 0, `exit code ${code ?? signal}`),
      gate('verify-journal finds the journal whole', server.verify.code === 0, server.verify.said));
  }

  return gates;
}

export const gate = (name, passed, detail) => ({ name, passed, detail });
