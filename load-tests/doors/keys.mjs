import { readFileSync } from 'node:fs';

/** The keys of the feeds by source, from a file `{ "eeast-cad": "msecc_..." }`; none without a file. */
export function readKeys(path) {
  if (!path) {
    return {};
  }

  const text = readFileSync(path, 'utf8');
  let keys;
  try {
    keys = JSON.parse(text);
  } catch {
    keys = null; // the parser's own message would quote the file
  }

  if (typeof keys !== 'object' || keys === null || Object.values(keys).some((key) => typeof key !== 'string')) {
    throw new Error('an object of sources and keys was expected, such as { "eeast-cad": "msecc_..." }.');
  }

  return keys;
}
