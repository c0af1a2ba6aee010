import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';

/** Describes the machine of a measurement: a number without its machine says nothing. */
export function describeMachine(dataDirectory = os.tmpdir()) {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memoryGb: Math.round(os.totalmem() / 1e9),
    os: /^PRETTY_NAME="?([^"\n]+)/m.exec(readOr('/etc/os-release', ''))?.[1] ?? os.type(),
    kernel: os.release(),
    dotnet: said('dotnet', ['--version']),
    node: process.version,
    dataDirectoryOn: said('findmnt', ['--noheadings', '--output', 'FSTYPE,SOURCE', '--target', dataDirectory]),
    loadGenerator: 'on the same machine',
  };
}

/** The commit that is measured, with `-changed` when tracked files differ from it. */
export function describeCommit(root) {
  const commit = said('git', ['-C', root, 'rev-parse', '--short=10', 'HEAD']);
  const changed = said(
    'git', ['-C', root, 'status', '--porcelain', '--untracked-files=no', '--', '.', ':!load-tests/results']);
  return changed && changed !== 'unknown' ? `${commit}-changed` : commit;
}

function said(command, options) {
  const result = spawnSync(command, options, { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim().replace(/\s+/g, ' ') : 'unknown';
}

function readOr(path, fallback) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback; // not every system has the file; the caller says what is taken instead
  }
}
