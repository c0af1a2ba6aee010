import { round, summarise } from './statistics.mjs';

/** What one wall received between two times: kilobytes and messages a second, least and most of all walls. */
export function receivedEach(seen, from, to) {
  if (seen.length === 0) {
    return null;
  }

  const seconds = (to - from) / 1000;
  const within = seen.map((frames) => frames.filter(({ at }) => at >= from && at <= to));
  const bytes = within.map((frames) => frames.reduce((total, frame) => total + frame.bytes, 0));
  return {
    kilobytesPerSecond: round(bytes.reduce((total, one) => total + one, 0) / seen.length / seconds / 1000, 2),
    messagesPerSecond: round(within.reduce((total, frames) => total + frames.length, 0) / seen.length / seconds, 2),
    fewestMessages: Math.min(...within.map((frames) => frames.length)),
    mostMessages: Math.max(...within.map((frames) => frames.length)),
  };
}

/** From an event's acknowledgement to the first frame whose sequence has reached it, on every wall. */
export function frameDelays(probes, seen) {
  const delays = [];
  let neverSeen = 0;
  for (const frames of seen) {
    let next = 0;
    for (const { at, sequence } of probes) {
      while (next < frames.length && frames[next].sequence < sequence) {
        next += 1;
      }

      if (next === frames.length) {
        neverSeen += 1;
      } else {
        delays.push(Math.max(0, frames[next].at - at));
      }
    }
  }

  return delays.length + neverSeen === 0 ? null : { ...summarise(delays), neverSeen };
}

/**
 * From an event to its figure painted. Each event changes the figure by one, up and down in turn, and the next is sent
 * when the one before must have been painted: the first painting after it is its own.
 */
export function paintedDelays(probes, painted) {
  const found = probes.map((probe, index) => {
    const until = probes[index + 1]?.sentAt ?? Infinity;
    const first = painted.find(({ at }) => at >= probe.sentAt && at < until);
    return first ? { accepted: Math.max(0, first.at - probe.acceptedAt), sent: first.at - probe.sentAt } : null;
  });
  const seen = found.filter(Boolean);
  return {
    painted: seen.length,
    missed: found.length - seen.length,
    fromAcceptedMs: summarise(seen.map(({ accepted }) => accepted)),
    fromSentMs: summarise(seen.map(({ sent }) => sent)),
  };
}

/**
 * Subtracts what the server does without walls. The first wall also pays for rendering, which is done once for all:
 * what each further wall costs is the difference to one wall.
 */
export function costOfWalls(steps) {
  return steps.map((step) => {
    const same = steps.filter(({ load }) => load === step.load);
    const none = same.find(({ walls }) => walls === 0);
    const one = same.find(({ walls }) => walls === 1);
    return {
      ...step,
      cpuMsFirstWall: step.walls === 1 ? round(step.cpuMsPerSecond - none.cpuMsPerSecond, 2) : null,
      cpuMsEachWall: step.walls > 1
        ? round((step.cpuMsPerSecond - one.cpuMsPerSecond) / (step.walls - 1), 3)
        : null,
      kilobytesEachWall: step.walls > 1 ? Math.round((1000 * (step.rssMb - none.rssMb)) / step.walls) : null,
    };
  });
}
