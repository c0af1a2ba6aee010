import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, usage } from './options.mjs';
import { describeCommit, describeMachine } from './report/machine.mjs';
import { printGates, writeResult } from './report/write.mjs';
import { printDay, runDay } from './scenarios/day.mjs';
import { printHostile, runHostile } from './scenarios/hostile.mjs';
import { printPacks, runPacks } from './scenarios/packs.mjs';
import { printSaturation, runSaturation } from './scenarios/saturation.mjs';
import { printWalls, runWalls } from './scenarios/walls.mjs';
import { build, startServer as startOwnServer } from './server/own-server.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const root = resolve(folder, '..');

const suffixes = {
  'mllp-saturation': 'mllp-saturation',
  'json-batches': 'json-batches-saturation',
  'json-single': 'json-single-saturation',
  'open-loop': 'open-loop',
  hostile: 'hostile',
  packs: 'packs',
  walls: 'walls',
};

function scenarioOf(name) {
  switch (name) {
    case 'day': return [runDay, printDay];
    case 'hostile': return [runHostile, printHostile];
    case 'packs': return [runPacks, printPacks];
    case 'walls': return [runWalls, printWalls];
    default: return [runSaturation, printSaturation];
  }
}

/** Builds the program that drives a scenario; null when none is needed. */
function driverOf(scenario) {
  switch (scenario) {
    case 'day':
    case 'walls': return null;
    case 'packs': return build(root, 'load-tests/Packs', 'MseControlCentre.Packs');
    default: return build(root, 'load-tests/Saturation', 'MseControlCentre.Saturation');
  }
}

/** Runs one scenario; the exit code is 0 when all its gates are met, 1 when not, 2 when it could not run. */
async function main() {
  const options = readOptions(process.argv.slice(2), join(root, 'deploy', 'networks', 'mid-and-south-essex.json'));
  if (options.help) {
    console.log(usage);
    return 0;
  }

  const network = resolve(options.network);
  const startedAt = new Date().toISOString();
  // A result is read on other machines: the network file is named from the checkout.
  const server = options.server && { url: options.server.url, mllp: options.server.mllp };
  const { data, ...others } = options;
  const noted = { ...others, server, network: relative(root, resolve(options.network)) };
  const head = { startedAt, commit: describeCommit(root), options: noted, machine: describeMachine(data) };
  const executable = options.server || data ? null : build(root, 'src/MseControlCentre.Server');
  const startServer = async () => options.server ?? startOwnServer({ executable, network });
  const driver = driverOf(options.scenario);
  const [run, print] = scenarioOf(options.scenario);
  const result = await run({ folder, startServer, driver, options, network });

  print(result);
  const suffix = [options.quick ? 'quick' : null, suffixes[options.scenario] ?? null].filter(Boolean).join('-');
  const path = writeResult(join(folder, 'results'), { ...head, ...result }, suffix);
  const passed = printGates(result.gates);
  console.log(`${passed ? 'All gates are met.' : 'NOT all gates are met.'} Result: ${path}`);
  return passed ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 2;
});
