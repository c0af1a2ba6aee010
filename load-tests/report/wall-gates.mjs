import { gate } from './gates.mjs';

const mostTimesDearer = 1.5; // a wall among the most, to one among the fewest: the cost must not grow with their number
const mostTimesLater = 5; // a frame to the most walls, to a frame to one
const leastShareOfMessages = 0.8; // a wall that skips frames is behind
const pictureMs = 1000; // between two pictures at the latest

/** The conditions of a run with walls. A quick run is too short to judge speed. */
export function wallGates(results, pixels, quick) {
  const watched = results.filter(({ walls }) => walls > 0);
  const cutOff = watched.flatMap((step) => step.cutOff);
  const blind = watched.filter(({ each }) => each.fewestMessages === 0);
  const unseen = watched.filter(({ frameMs }) => frameMs === null || frameMs.neverSeen > 0);
  const gates = [
    gate('no wall was cut off', cutOff.length === 0, cutOff.slice(0, 3).join(', ') || 'none'),
    gate('every wall received frames', blind.length === 0, names(blind)),
    gate('every event reached every wall', unseen.length === 0, names(unseen)),
    gate('every message of the day was accepted', results.every(({ refused }) => refused === 0),
      `${results.reduce((total, { refused }) => total + refused, 0)} were not`),
    gate('every event was painted', pixels.missed === 0 && pixels.painted > 0, `${pixels.painted} painted, ${pixels.missed} not`),
  ];
  return quick ? gates : [...gates, ...ratioGates(watched)];
}

function ratioGates(watched) {
  const loads = [...new Set(watched.map(({ load }) => load))];
  return loads.flatMap((load) => {
    const steps = watched.filter((step) => step.load === load);
    const [one, fewest, most] = [steps[0], steps[1], steps.at(-1)];
    const dearer = most.cpuMsEachWall / fewest.cpuMsEachWall;
    const share = most.each.messagesPerSecond / one.each.messagesPerSecond;
    const limit = mostTimesLater * Math.max(one.frameMs.p99, pictureMs / 2);
    return [
      gate(`${load}: a wall among ${most.walls} costs at most ${mostTimesDearer} times one among ${fewest.walls}`,
        dearer <= mostTimesDearer, `${dearer.toFixed(2)} times`),
      gate(`${load}: a wall among ${most.walls} gets at least ${leastShareOfMessages} of one wall's messages`,
        share >= leastShareOfMessages, share.toFixed(2)),
      gate(`${load}: with ${most.walls} walls a frame is at most ${mostTimesLater} times as late`,
        most.frameMs.p99 <= limit, `p99 ${most.frameMs.p99} ms, of ${Math.round(limit)}`),
    ];
  });
}

const names = (steps) => steps.map(({ load, walls }) => `${load}, ${walls} walls`).join('; ') || 'all';
