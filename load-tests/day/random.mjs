/** A seeded generator of numbers in [0, 1) (mulberry32): the same seed gives the same day. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Picks an index with the weights given. */
export function weightedIndex(random, weights) {
  let point = random() * weights.reduce((total, weight) => total + weight, 0);
  for (let index = 0; index < weights.length; index += 1) {
    point -= weights[index];
    if (point < 0) {
      return index;
    }
  }

  return weights.length - 1;
}
