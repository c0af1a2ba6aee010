export async function runSaturation() {}
export function printSaturation() {}
