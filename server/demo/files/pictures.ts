// The customers' photographs, drawn by code.
import type { DemoFile } from '../story.ts';
import { type Canvas, type Colour, openCanvas } from './canvas.ts';

const dark: Colour = [38, 38, 42];
const steel: Colour = [150, 155, 162];
const paint = {
  red: [190, 38, 46],
  blue: [32, 92, 176],
  green: [28, 128, 92],
  cream: [222, 205, 160],
} as const;

/** Drawn once, since several messages may carry the same one. */
const drawn = new Map<string, Buffer>();
function photo(name: string, key: string, draw: () => Canvas): DemoFile {
  return {
    name,
    type: 'image/png',
    bytes() {
      const known = drawn.get(key) ?? draw().png();
      drawn.set(key, known);
      return known;
    },
  };
}

/** A whole bicycle against a wall. */
export const bicycle = (name: string, colour: keyof typeof paint): DemoFile =>
  photo(name, `bicycle ${colour}`, () => {
    const canvas = openCanvas(480, 320, [205, 214, 220], [150, 142, 130]);
    const [back, front] = [
      [130, 215],
      [350, 215],
    ] as const;
    const [crank, seat, head] = [
      [220, 215],
      [195, 110],
      [320, 105],
    ] as const;
    for (const hub of [back, front]) {
      canvas.ring(hub, 72, 9, dark);
      for (let turn = 0; turn < 12; turn++) spoke(canvas, hub, 68, (turn * Math.PI) / 6);
    }
    const frame = paint[colour];
    for (const [from, to] of [
      [back, crank],
      [back, seat],
      [seat, crank],
      [crank, head],
      [seat, head],
      [head, front],
    ] as const)
      canvas.line(from, to, 9, frame);
    canvas.line(seat, [190, 88], 6, steel);
    canvas.line([165, 86], [215, 84], 10, dark);
    canvas.line(head, [314, 78], 6, steel);
    canvas.line([314, 78], [352, 72], 7, dark);
    canvas.disc(crank, 16, steel);
    canvas.line(crank, [238, 245], 6, dark);
    return canvas;
  });

/** A wheel from near; a bent one has lost its shape and two spokes. */
export const wheel = (name: string, isBent: boolean): DemoFile =>
  photo(name, `wheel ${isBent}`, () => {
    const canvas = openCanvas(400, 400, [228, 226, 220], [176, 172, 166]);
    for (let degree = 0; degree < 360; degree++) {
      const angle = (degree * Math.PI) / 180;
      const radius = isBent ? 160 + 8 * Math.sin(2 * angle + 1) + 5 * Math.sin(5 * angle) : 160;
      canvas.disc([200 + radius * Math.cos(angle), 200 + radius * Math.sin(angle)], 9, dark);
    }
    for (let turn = 0; turn < 24; turn++)
      if (!isBent || (turn !== 5 && turn !== 6)) spoke(canvas, [200, 200], 146, (turn * Math.PI) / 12);
    if (isBent) canvas.line([200, 200], [250, 275], 3, paint.red);
    canvas.disc([200, 200], 18, steel);
    return canvas;
  });

/** A box as the carrier left it. */
export const parcel = (name: string, isCrushed: boolean): DemoFile =>
  photo(name, `parcel ${isCrushed}`, () => {
    const canvas = openCanvas(440, 300, [96, 108, 92], [128, 122, 112]);
    canvas.box([70, 70], 300, 180, [188, 146, 96]);
    canvas.box([70, 148], 300, 22, [222, 196, 150]);
    canvas.box([280, 86], 70, 46, [240, 240, 236]);
    for (let bar = 0; bar < 9; bar++) canvas.box([286 + bar * 7, 92], bar % 3 === 0 ? 4 : 2, 26, dark);
    if (isCrushed) {
      for (let bite = 0; bite < 6; bite++)
        canvas.disc([72 + bite * 17, 78 - bite * 3], 30 - bite * 4, [98, 109, 94]);
      for (let fold = 0; fold < 7; fold++) {
        const x = 84 + fold * 19;
        canvas.line([x, 112 - fold * 5], [x + (fold % 2 === 0 ? 16 : -8), 180], 3, [132, 98, 60]);
        canvas.line([x + (fold % 2 === 0 ? 16 : -8), 180], [x, 246], 3, [150, 114, 74]);
      }
    }
    return canvas;
  });

/** The segments of a display that are lit for a sign, from the top clockwise, the middle last. */
const segments: Record<string, string> = { E: '1001111', '0': '1111110', '7': '1110000', '2': '1101101' };

/** The display of an electric bicycle with an error code of the signs E, 0, 2 and 7. */
export const display = (name: string, code: string): DemoFile =>
  photo(name, `display ${code}`, () => {
    const canvas = openCanvas(420, 260, [70, 72, 78], [40, 42, 46]);
    canvas.box([50, 40], 320, 180, [18, 22, 20]);
    [...code].forEach((sign, place) => {
      const [x, y] = [90 + place * 90, 75];
      const bars = [
        [x, y, 52, 9],
        [x + 46, y, 9, 58],
        [x + 46, y + 54, 9, 58],
        [x, y + 104, 52, 9],
        [x - 3, y + 54, 9, 58],
        [x - 3, y, 9, 58],
        [x, y + 52, 52, 9],
      ] as const;
      bars.forEach(([left, up, width, height], index) => {
        const isLit = segments[sign]?.[index] === '1';
        canvas.box([left, up], width, height, isLit ? [255, 120, 40] : [30, 34, 32]);
      });
    });
    return canvas;
  });

function spoke(canvas: Canvas, [x, y]: readonly [number, number], length: number, angle: number): void {
  canvas.line([x, y], [x + length * Math.cos(angle), y + length * Math.sin(angle)], 1.6, steel);
}
