import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `<date>-<commit>[-<suffix>].json` into the results folder and returns its path. */
export function writeResult(folder, result, suffix) {
  mkdirSync(folder, { recursive: true });
  const name = [result.startedAt.slice(0, 10), result.commit, suffix].filter(Boolean).join('-');
  const path = join(folder, `${name}.json`);
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  return path;
}

/** Prints the gates and returns whether all were met. */
export function printGates(gates) {
  gates.forEach(({ name, passed, detail }) => console.log(`${passed ? 'pass' : 'FAIL'}  ${name}: ${detail}`));
  return gates.every(({ passed }) => passed);
}

/** Prints rows as a table; the first row holds the headings, numbers stand to the right, unknown is a dash. */
export function printTable(rows) {
  const text = rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '-' : String(cell))));
  const widths = text[0].map((_, column) => Math.max(...text.map((row) => row[column].length)));
  text.forEach((row) => console.log(row
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
    .join('  ')));
}
