/**
 * Reads what one hub message tells a viewer. The hub's frames carry the journal sequence that the picture has applied;
 * it is looked for by name in the arguments, so that a frame may grow without this driver knowing.
 */
export function readFrame(message) {
  if (message.type !== 1) {
    return null; // 1 = an invocation; pings and completions are no frames
  }

  return { target: message.target, sequence: sequenceIn(message.arguments, 3) };
}

function sequenceIn(value, depth) {
  if (value === null || typeof value !== 'object' || depth < 0) {
    return null;
  }

  if (!Array.isArray(value) && Number.isFinite(value.sequence)) {
    return value.sequence;
  }

  for (const part of Object.values(value)) {
    const found = sequenceIn(part, depth - 1);
    if (found !== null) {
      return found;
    }
  }

  return null;
}
