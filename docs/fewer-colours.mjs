// Rewrites a PNG (8 bits, RGB or RGBA) with a palette of its 256 commonest colours: without it the pictures are too large
// for a repository, the wall at 4K above all.
import { readFileSync, writeFileSync } from "node:fs";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const file = process.argv[2];
const png = readFileSync(file);
const width = png.readUInt32BE(16);
const height = png.readUInt32BE(20);
const channels = { 2: 3, 6: 4 }[png[25]];
if (png[24] !== 8 || !channels) {
  throw new Error(`${file}: bit depth ${png[24]}, colour type ${png[25]}; 8 bits and type 2 or 6 were expected.`);
}

const parts = [];
for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
  if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
    parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
}

const colours = new Uint32Array(width * height);
const counts = new Map();
readRows(inflateSync(Buffer.concat(parts)), width * channels);
const palette = [...counts].sort((one, other) => other[1] - one[1]).slice(0, 256).map(([colour]) => colour);
const indexOf = new Map(palette.map((colour, index) => [colour, index]));
const rows = Buffer.alloc((width + 1) * height);
colours.forEach((colour, at) => { rows[at + Math.floor(at / width) + 1] = nearest(colour); });
const head = Buffer.from(png.subarray(16, 29));
head[9] = 3;
writeFileSync(file, Buffer.concat([
  png.subarray(0, 8),
  chunk("IHDR", head),
  chunk("PLTE", Buffer.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
  chunk("IDAT", deflateSync(rows, { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]));

function readRows(raw, stride) {
  let above = Buffer.alloc(stride);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    const line = raw.subarray(row * (stride + 1) + 1, (row + 1) * (stride + 1));
    for (let at = 0; at < stride; at++) {
      const left = at < channels ? 0 : line[at - channels];
      line[at] += [0, left, above[at], (left + above[at]) >> 1, filter === 4 ? paeth(left, above, at) : 0][filter];
    }

    for (let column = 0; column < width; column++) {
      const colour = line.readUIntBE(column * channels, 3);
      colours[row * width + column] = colour;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }

    above = line;
  }
}

function paeth(left, above, at) {
  const corner = at < channels ? 0 : above[at - channels];
  const [a, b, c] = [Math.abs(above[at] - corner), Math.abs(left - corner), Math.abs(left + above[at] - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above[at] : corner;
}

function nearest(colour) {
  if (!indexOf.has(colour)) {
    const away = other => [16, 8, 0].reduce(
      (sum, shift) => sum + (((other >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
    indexOf.set(colour, palette.reduce((best, other, index) => away(other) < away(palette[best]) ? index : best, 0));
  }

  return indexOf.get(colour);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
