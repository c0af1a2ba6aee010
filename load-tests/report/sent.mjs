import { summarise } from './statistics.mjs';

const doors = ['json', 'mllp'];
const fewestForRate = 2; // a phase of one message has no span; its rate is then left unknown

/**
 * What was sent in each phase, from the plan and the sender's record. `acknowledgedMs` runs from the moment a message
 * was due, so that waiting behind others on its connection counts; `mllpExchangeMs` from the writing of it.
 */
export function phaseResults(phases, record) {
  return phases.map((phase, index) => {
    const lines = record.filter((line) => line.phase === index);
    const from = Math.min(...lines.map((line) => line.due));
    const to = Math.max(...lines.map((line) => line.done));
    return {
      name: phase.name,
      seconds: phase.seconds,
      planned: phase.items.length,
      ...outcomes(lines),
      from: lines.length > 0 ? from : null,
      to: lines.length > 0 ? to : null,
      eventsPerSecond: lines.length >= fewestForRate ? Math.round((1000 * lines.length) / (to - from)) : null,
      acknowledgedMs: Object.fromEntries(doors.map((door) => [door, summarise(
        lines.filter((line) => line.door === door && line.outcome !== 'error').map((line) => line.done - line.due))])),
      mllpExchangeMs: summarise(lines.filter((line) => line.tookMs !== undefined).map((line) => line.tookMs)),
    };
  });
}

export function outcomes(lines) {
  const count = (outcome) => lines.filter((line) => line.outcome === outcome).length;
  return { sent: lines.length, accepted: count('accepted'), rejected: count('rejected'), errors: count('error') };
}

/** The first few reasons for refusals and errors, with how often each came; at most ten kinds. */
export function reasons(lines) {
  const counts = new Map();
  for (const { reason, outcome } of lines.filter((line) => line.outcome !== 'accepted')) {
    // Control ids and numbers differ from message to message; the reason is the same.
    const kind = `${outcome}: ${String(reason).replace(/\b[\da-z]*\d[\da-z]*\b/gi, 'n')}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }

  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10).map(([reason, count]) => ({ reason, count }));
}
