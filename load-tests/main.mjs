import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, usage } from './options.mjs';
import { describeCommit, describeMachine } from './report/machine.mjs';
import { printGates, writeResult } from './report/write.mjs';
import { printDay, runDay } from './scenarios/day.mjs';
import { printSaturation, runSaturation } from './scenarios/saturation.mjs';
import { build, startServer } from './server/own-server.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const root = resolve(folder, '..');

/** Runs one scenario; the exit code is 0 when all its gates are met, 1 when not, 2 when it could not run. */
async function main() {
  const options = readOptions(process.argv.slice(2), join(root, 'deploy', 'networks', 'mid-and-south-essex.json'));
  if (options.help) {
    console.log(usage);
    return 0;
  }

  const network = resolve(options.network);
  const start = () => startServer({ executable: build(root, 'src/MseControlCentre.Server'), network });
  const head = { startedAt: new Date().toISOString(), commit: describeCommit(root), options, machine: describeMachine() };
  const day = options.scenario === 'day';
  const server = options.server ?? await start();
  let result;
  try {
    result = day
      ? await runDay({ folder, server, options, network })
      : await runSaturation({ root, folder, server, options, network });
  } finally {
    await server.stop?.();
    server.remove?.();
  }

  (day ? printDay : printSaturation)(result);
  const suffix = [options.quick ? 'quick' : null, day ? null : options.scenario].filter(Boolean).join('-');
  const path = writeResult(join(folder, 'results'), { ...head, ...result }, suffix);
  const passed = printGates(result.gates);
  console.log(`${passed ? 'All gates are met.' : 'NOT all gates are met.'} Result: ${path}`);
  return passed ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 2;
});
