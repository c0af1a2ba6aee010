import { spawnSync } from 'node:child_process';
import { gate } from '../report/gates.mjs';
import { printTable } from '../report/write.mjs';

const packLimitMs = 2000;
const leastDays = 30;

/** Times the packs of calls over a journal of a month, through a server that starts on it. */
export async function runPacks({ driver, options, network }) {
  const result = spawnSync(driver, [options.data, network], {
    encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0) {
    throw new Error(`The packs could not be measured:\n${result.stdout}`);
  }

  const packs = JSON.parse(result.stdout.trim().split('\n').at(-1));
  return { packs, gates: gatesOf(packs) };
}

function gatesOf({ journal, nowCold, nowOfAnotherCall, ofThisInstant, pastCold }) {
  const under = (name, ms) => gate(`${name} in under ${packLimitMs} ms`, ms < packLimitMs, `${ms} ms`);
  return [
    gate(`the journal holds at least ${leastDays} days`, journal.days >= leastDays,
      `${journal.days} days, ${journal.entries} entries`),
    under('the first pack after a start', nowCold),
    under('a pack of now', nowOfAnotherCall),
    under('the pack that is kept as a call begins', ofThisInstant),
    under('half of the past mornings whose pack was not kept, each', pastCold.median),
  ];
}

export function printPacks({ packs }) {
  printTable([
    ['milliseconds', 'median', 'p95', 'longest'],
    ['first pack of now after a start', packs.nowCold, null, null],
    ['pack of now of another call', packs.nowOfAnotherCall, null, null],
    ['pack of now for another viewer', packs.nowShared, null, null],
    ['pack that is kept as a call begins', packs.ofThisInstant, null, null],
    ...[
      ['pack of a past morning, first time', packs.pastCold],
      ['the same again', packs.pastAgain],
      ['state kept by a pack', packs.factsHold],
      ['state kept by a picture', packs.pictureHolds],
    ].map(([name, times]) => [name, times.median, times.p95, times.longest]),
  ]);
  console.log(`${packs.bytes} bytes a pack`);
}
