import { gate } from './gates.mjs';

const mostTimesDearer = 1.5; // the most walls, to what the middle number foretells: the cost of one must not grow with their number
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
  return quick ? gates : [...gates, ...ratioGates(results)];
}

function ratioGates(results) {
  const loads = [...new Set(results.map(({ load }) => load))];
  return loads.flatMap((load) => {
    const [none, one, ...crowds] = results.filter((step) => step.load === load);
    const [middle, most] = crowds.slice(-2);
    const dearer = most.cpuMsPerSecond / foretold(none, middle, most.walls);
    const share = most.each.messagesPerSecond / one.each.messagesPerSecond;
    const limit = mostTimesLater * Math.max(one.frameMs.p99, pictureMs / 2);
    return [
      gate(`${load}: ${most.walls} walls take at most ${mostTimesDearer} times the processor that ${middle.walls} foretell`,
        dearer <= mostTimesDearer, `${dearer.toFixed(2)} times`),
      gate(`${load}: a wall among ${most.walls} gets at least ${leastShareOfMessages} of one wall's messages`,
        share >= leastShareOfMessages, share.toFixed(2)),
      gate(`${load}: with ${most.walls} walls a frame is at most ${mostTimesLater} times as late`,
        most.frameMs.p99 <= limit, `p99 ${most.frameMs.p99} ms, of ${Math.round(limit)}`),
    ];
  });
}

// A few walls cost less than the processor's clock can tell from nothing, so no ratio is taken of the cost of one.
const foretold = (none, some, walls) =>
  none.cpuMsPerSecond + (walls * Math.max(0, some.cpuMsPerSecond - none.cpuMsPerSecond)) / some.walls;

const names = (steps) => steps.map(({ load, walls }) => `${load}, ${walls} walls`).join('; ') || 'all';
