import { seededRandom } from './random.mjs';
import { World } from './stories.mjs';

/**
 * Plans a run: what opens the day, 24 hours, and then the busiest hour at ten times its rate.
 * Returns phases in order, each `{ name, seconds, items }`; every item is one message to one door.
 */
export function planRun(profile, network, { hourSeconds, surgeSeconds, surgeFactor = 10, openingSeconds, seed, run }) {
  const random = seededRandom(seed);
  const world = new World(network, profile.sites, random, run);
  const hours = profile.hourlyTotals.map((_, hour) => ({
    name: `hour ${String(hour).padStart(2, '0')}`,
    seconds: hourSeconds,
    items: orderOf(profile.flows.map((flow) => ({ id: flow.id, count: flow.hourly[hour] })), random)
      .flatMap((flowId) => world.next(flowId)),
  }));
  const times = (surgeFactor * surgeSeconds) / hourSeconds;
  const surge = {
    name: `busiest hour (${String(profile.busiestHour).padStart(2, '0')}) times ${surgeFactor}`,
    seconds: surgeSeconds,
    items: orderOf(
      profile.flows.map(({ id, hourly: byHour }) => ({ id, count: Math.round(byHour[profile.busiestHour] * times) })),
      random)
      .flatMap((flowId) => world.next(flowId)),
  };
  const opening = { name: 'opening', seconds: openingSeconds, items: world.opening };
  return [opening, ...hours, surge].filter((phase) => phase.items.length > 0);
}

/** Spreads the messages of each flow evenly, with some chance, over the hour. */
function orderOf(flows, random) {
  return flows
    .flatMap(({ id, count }) => Array.from({ length: count }, (_, index) => ({ id, at: (index + random()) / count })))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}
