import { readFileSync } from 'node:fs';

/**
 * Spreads a day's total over 24 hours by a shape, moved later by some hours, in whole events that add up to the total.
 * What rounding leaves over goes to the hours with the largest remainder.
 */
export function hourlyCounts(perDay, percentByHour, hoursLater) {
  const sum = percentByHour.reduce((total, share) => total + share, 0);
  const exact = percentByHour.map((_, hour) => {
    const from = (hour - hoursLater + 24) % 24;
    return (perDay * percentByHour[from]) / sum;
  });
  const counts = exact.map(Math.floor);
  const left = perDay - counts.reduce((total, count) => total + count, 0);
  exact
    .map((value, hour) => ({ hour, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.hour - b.hour)
    .slice(0, left)
    .forEach(({ hour }) => { counts[hour] += 1; });
  return counts;
}

/**
 * Reads the profile of a day. `scale` takes that part of every flow (a quick run sends an eighth of a day in an eighth
 * of the time, so that the rates stay those of the full run).
 */
export function readProfile(path, scale = 1) {
  const file = JSON.parse(readFileSync(path, 'utf8'));
  const flows = file.flows.map((flow) => {
    const shape = file.shapes[flow.shape];
    if (shape?.percentByHour?.length !== 24) {
      throw new Error(`${path}: flow '${flow.id}': shape '${flow.shape}' needs 24 values in percentByHour.`);
    }

    const perDay = Math.round(flow.perDay * scale);
    return { ...flow, perDay, hourly: hourlyCounts(perDay, shape.percentByHour, flow.hoursLater) };
  });
  const sites = Object.entries(file.sites)
    .filter(([code]) => code !== 'basis')
    .map(([code, site]) => ({ code, ...site }));
  const hourlyTotals = Array.from({ length: 24 }, (_, hour) =>
    flows.reduce((total, flow) => total + flow.hourly[hour], 0));
  return {
    title: file.title,
    sites,
    flows,
    hourlyTotals,
    busiestHour: hourlyTotals.indexOf(Math.max(...hourlyTotals)),
    perDay: hourlyTotals.reduce((total, count) => total + count, 0),
  };
}
