import { round, summarise } from './statistics.mjs';

/** What the viewers received between two times: frames and bytes a second for each viewer, and the longest silence. */
export function viewerResults(frames, viewers, from, to) {
  const seconds = (to - from) / 1000;
  const within = frames.filter((frame) => frame.at >= from && frame.at <= to);
  const each = Array.from({ length: viewers }, (_, viewer) => within.filter((frame) => frame.viewer === viewer));
  return {
    viewers,
    viewersWithFrames: each.filter((seen) => seen.length > 0).length,
    framesPerSecondEach: round(within.length / viewers / seconds, 2),
    bytesPerSecondEach: Math.round(within.reduce((total, frame) => total + frame.bytes, 0) / viewers / seconds),
    silenceMs: summarise(each.flatMap((seen) => gaps(seen.map((frame) => frame.at)))),
  };
}

function gaps(times) {
  return times.slice(1).map((time, index) => time - times[index]);
}

/** Flows whose every event changes a figure on the wall; after the others there may be nothing new to send. */
const visibleFlows = new Set(['ed-registered', 'ambulance-arrived', 'handover-completed', 'admitted', 'discharged']);

/**
 * How long after its acknowledgement an event was on each wall: the first frame whose sequence has reached the event.
 * An event's own sequence is not told to its sender; the sequence before the run plus all that had been sent by then
 * is the largest it can be, so that the delay is never shown shorter than it was.
 */
export function pictureDelays(record, frames, walls, sequenceBefore) {
  const accepted = record
    .filter((line) => line.outcome === 'accepted' && visibleFlows.has(line.flow))
    .map((line) => ({ at: line.done, sequence: sequenceBefore + line.sent }))
    .sort((a, b) => a.sequence - b.sequence);
  const delays = [];
  let neverSeen = 0;
  for (const wall of walls) {
    const seen = frames.filter((frame) => frame.viewer === wall && frame.sequence !== null);
    let next = 0;
    for (const event of accepted) {
      while (next < seen.length && seen[next].sequence < event.sequence) {
        next += 1;
      }

      if (next === seen.length) {
        neverSeen += 1;
      } else {
        delays.push(Math.max(0, seen[next].at - event.at));
      }
    }
  }

  return { delayMs: summarise(delays), neverSeen };
}
