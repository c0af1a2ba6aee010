import { weightedIndex } from './random.mjs';
import { World } from './stories.mjs';

/**
 * An endless stream of a day's messages: a whole day at once to fill the board, then messages at the day's mix. A flow
 * is chosen by its share of the hour; all of a patient's messages come in order, as in a planned run.
 */
export function streamOf(profile, network, random, run) {
  const world = new World(network, profile.sites, random, run);
  const day = profile.hourlyTotals.flatMap((_, hour) => mixOf(profile.flows.map((flow) => flow.hourly[hour]), random)
    .flatMap((flow) => world.next(profile.flows[flow].id)));
  return {
    /** What fills the board: whoever is there already, then the day. */
    fill: [...world.opening, ...day],
    /** The next messages: one, or two where the first is nothing without the other; openings that it needs come first. */
    next(hour) {
      const before = world.opening.length;
      const flow = profile.flows[weightedIndex(random, profile.flows.map((candidate) => candidate.hourly[hour]))];
      const messages = world.next(flow.id);
      return [...world.opening.slice(before), ...messages];
    },
  };
}

function mixOf(counts, random) {
  return counts
    .flatMap((count, flow) => Array.from({ length: count }, (_, index) => ({ flow, at: (index + random()) / count })))
    .sort((a, b) => a.at - b.at)
    .map(({ flow }) => flow);
}
