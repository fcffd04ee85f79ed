// A small surface to draw on, and its PNG (ISO/IEC 15948): 8-bit RGB, no filter.
import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [number, number, number];
type Point = readonly [number, number];

export interface Canvas {
  line(from: Point, to: Point, thickness: number, colour: Colour): void;
  disc(centre: Point, radius: number, colour: Colour): void;
  ring(centre: Point, radius: number, thickness: number, colour: Colour): void;
  box(corner: Point, width: number, height: number, colour: Colour): void;
  png(): Buffer;
}

/** Opens a canvas that fades from one colour at the top to another at the bottom. Sizes are in pixels. */
export function openCanvas(width: number, height: number, top: Colour, bottom: Colour): Canvas {
  const stride = width * 3 + 1;
  const pixels = Buffer.alloc(stride * height);
  const put = (x: number, y: number, colour: Colour) => pixels.set(colour, y * stride + 1 + x * 3);
  for (let y = 0; y < height; y++) {
    const share = y / (height - 1);
    const mixed = top.map((value, index) => Math.round(value + (bottom[index]! - value) * share));
    for (let x = 0; x < width; x++) put(x, y, mixed as unknown as Colour);
  }

  /** Colours every pixel of an area for which the test holds. */
  function fill(left: number, up: number, right: number, down: number, colour: Colour, test: Test): void {
    for (let y = Math.max(0, Math.floor(up)); y <= Math.min(height - 1, Math.ceil(down)); y++)
      for (let x = Math.max(0, Math.floor(left)); x <= Math.min(width - 1, Math.ceil(right)); x++)
        if (test(x, y)) put(x, y, colour);
  }

  return {
    line([x1, y1], [x2, y2], thickness, colour) {
      const half = thickness / 2;
      const [dx, dy] = [x2 - x1, y2 - y1];
      const square = dx * dx + dy * dy || 1;
      const area = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] as const;
      fill(area[0] - half, area[1] - half, area[2] + half, area[3] + half, colour, (x, y) => {
        const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square));
        return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= half;
      });
    },
    disc([cx, cy], radius, colour) {
      fill(
        cx - radius,
        cy - radius,
        cx + radius,
        cy + radius,
        colour,
        (x, y) => Math.hypot(x - cx, y - cy) <= radius,
      );
    },
    ring([cx, cy], radius, thickness, colour) {
      const outer = radius + thickness / 2;
      fill(cx - outer, cy - outer, cx + outer, cy + outer, colour, (x, y) => {
        return Math.abs(Math.hypot(x - cx, y - cy) - radius) <= thickness / 2;
      });
    },
    box([left, up], boxWidth, boxHeight, colour) {
      fill(left, up, left + boxWidth - 1, up + boxHeight - 1, colour, () => true);
    },
    png: () => encode(width, height, pixels),
  };
}

type Test = (x: number, y: number) => boolean;

function encode(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
