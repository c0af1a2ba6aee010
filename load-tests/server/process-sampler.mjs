import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ticksPerSecond = 100; // USER_HZ, fixed at 100 on Linux for every architecture .NET supports

/** Samples a process's memory and processor time from /proc, and the size of its data directory, every second. */
export class ProcessSampler {
  #pid;
  #dataDirectory;
  #timer;
  #last;
  samples = [];

  constructor(pid, dataDirectory) {
    this.#pid = pid;
    this.#dataDirectory = dataDirectory;
  }

  start() {
    this.#last = { at: Date.now(), cpuSeconds: readProcess(this.#pid)?.cpuSeconds ?? 0 };
    this.#timer = setInterval(() => this.#sample(), 1000);
  }

  stop() {
    clearInterval(this.#timer);
    this.#sample();
    return this.samples;
  }

  #sample() {
    const seen = readProcess(this.#pid);
    if (!seen) {
      return;
    }

    const at = Date.now();
    const elapsed = (at - this.#last.at) / 1000;
    if (elapsed > 0.2) {
      this.samples.push({
        at,
        rssMb: seen.rssMb,
        cpuPercentOfOneCore: Math.round((100 * (seen.cpuSeconds - this.#last.cpuSeconds)) / elapsed),
        threads: seen.threads,
        dataMb: this.#dataDirectory ? round(directoryBytes(this.#dataDirectory) / 1e6) : null,
      });
      this.#last = { at, cpuSeconds: seen.cpuSeconds };
    }
  }
}

/** Memory, peak memory, threads and processor time of a process; null when it is gone. */
export function readProcess(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    // "1234 (name with spaces) S 1 ..." : the fields after the last bracket; utime and stime are the 14th and 15th.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      rssMb: round(kilobytes(status, 'VmRSS') / 1000),
      peakRssMb: round(kilobytes(status, 'VmHWM') / 1000),
      threads: Number(/^Threads:\s+(\d+)/m.exec(status)?.[1] ?? 0),
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
    };
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') {
      return null;
    }

    throw error;
  }
}

export function directoryBytes(path) {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((total, size) => total + size, 0);
}

const kilobytes = (status, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1.024;
const round = (value) => Math.round(value * 10) / 10;
