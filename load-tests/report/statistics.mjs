/** Percentiles of a list of numbers by nearest rank; null for an empty list, because no measurement is not zero. */
export function summarise(values) {
  if (values.length === 0) {
    return null;
  }

  const sorted = Float64Array.from(values).sort();
  const at = (share) => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]);
  return { count: sorted.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: round(sorted.at(-1)) };
}

export function round(value, digits = 1) {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
