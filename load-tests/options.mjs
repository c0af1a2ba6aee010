import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readKeys } from './doors/keys.mjs';
import { requireLoopback } from './server/ports.mjs';

export const scenarios = ['day', 'mllp-saturation', 'json-batches', 'json-single', 'open-loop', 'hostile', 'walls', 'packs'];

export const usage = `load-tests/run [--scenario NAME] [--quick] [--hour-seconds N] [--network FILE] [--seed N]
               [--server URL --mllp HOST:PORT [--keys FILE]] [--data DIR]

  --scenario NAME   ${scenarios.join(', ')} (default: day)
  --quick           a short run at the same rates, for a first look
  --hour-seconds N  seconds that an hour of the day lasts (default 8)
  --network FILE    network file of the server (default: Mid and South Essex)
  --seed N          seed of the day (default 1)
  --server, --mllp  a server that runs already, on this machine; without them the run starts its own
  --data DIR        data directory of a simulated month, for packs: ./run --speed 3600 --data DIR makes one in 12 minutes
  --keys FILE       the keys of that server's feeds, { "eeast-cad": "msecc_..." }; needed where keys exist

A server that runs already asks for a key of its board: MSECC_ACCESS_KEY (access-key add ... --role Controller).`;

/** Reads the options. Throws with every mistake at once. */
export function readOptions(args, defaultNetwork) {
  const { values } = parseArgs({
    args,
    options: {
      scenario: { type: 'string', default: 'day' },
      quick: { type: 'boolean', default: false },
      'hour-seconds': { type: 'string' },
      network: { type: 'string', default: defaultNetwork },
      seed: { type: 'string', default: '1' },
      server: { type: 'string' },
      mllp: { type: 'string' },
      keys: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const errors = [];
  const check = (action) => {
    try {
      return action();
    } catch (error) {
      errors.push(error.message);
      return null;
    }
  };
  if (!scenarios.includes(values.scenario)) {
    errors.push(`--scenario: '${values.scenario}' is none of ${scenarios.join(', ')}.`);
  }

  if ((values.server === undefined) !== (values.mllp === undefined)) {
    errors.push('--server and --mllp belong together: give both, or neither for a server of the run\'s own.');
  }

  if (values.keys !== undefined && values.server === undefined) {
    errors.push('--keys: a server of the run\'s own asks for no keys; give --server and --mllp with it.');
  }

  if ((values.data !== undefined) !== (values.scenario === 'packs')) {
    errors.push('--data and --scenario packs belong together: packs are timed over a journal that is there already.');
  }

  // A quick day is an eighth of the events in an eighth of the time: the rates are those of the full run.
  const hourText = values['hour-seconds'] ?? (values.quick ? '1' : '8');
  const hourSeconds = check(() => wholeNumber(hourText, '--hour-seconds', 1, 3600));
  const options = {
    scenario: values.scenario,
    quick: values.quick,
    help: values.help,
    network: values.network,
    data: values.data && resolve(values.data),
    seed: check(() => wholeNumber(values.seed, '--seed', 0, 2 ** 32 - 1)),
    hourSeconds,
    dayShare: values.quick ? 0.125 : 1,
    openingSeconds: values.quick ? 3 : 15,
    surgeSeconds: values.quick ? 8 : 30,
    server: values.server && check(() => ({
      ...address(values.server, values.mllp),
      ...(values.keys && readable(values.keys)),
    })),
  };
  if (errors.length > 0) {
    throw new Error(errors.join('\n'));
  }

  return options;
}

/** The file itself stays where it is: a plan or a result that is written down must not hold a key. */
function readable(keysFile) {
  try {
    readKeys(keysFile);
    return { keysFile };
  } catch (error) {
    throw new Error(`--keys: ${error.message}`);
  }
}

function address(server, mllp) {
  const url = new URL(server);
  const { hostname, port } = new URL(`tcp://${mllp}`);
  requireLoopback(url.hostname, '--server');
  requireLoopback(hostname, '--mllp');
  const host = hostname.replace(/^\[|\]$/g, '');
  return { url: url.origin, mllp: { host, port: wholeNumber(port, '--mllp', 1, 65535) } };
}

function wholeNumber(text, option, least, most) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new Error(`${option}: '${text}' is no whole number from ${least} to ${most}.`);
  }

  return number;
}
