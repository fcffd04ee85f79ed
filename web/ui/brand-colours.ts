// A ramp of ten shades out of one brand colour, in OKLCH, so that any colour a company has stays readable.
import { contrast, type Oklch, toHex, toOklch } from './oklch.ts';

export type Ramp = [string, string, string, string, string, string, string, string, string, string];

/** What text needs against its ground (WCAG 2.2, 1.4.3). */
const readable = 4.5;
/** The lightest and the darkest surfaces that accent text stands on. */
export const lightGround = '#f3f1ee';
export const darkGround = '#2a2724';

function shift(colour: Oklch, wanted: (hex: string) => boolean, step: number): Oklch {
  let { l } = colour;
  while (l > 0 && l < 1 && !wanted(toHex({ ...colour, l }))) l += step;
  return { ...colour, l: Math.min(1, Math.max(0, l)) };
}

/**
 * Ten shades, light to dark. Shade 6 carries white text and is text on light grounds, shade 4 is text on dark
 * grounds, both with a contrast of at least 4.5. Takes '#rrggbb'.
 */
export function rampOf(brand: string): Ramp {
  const base = toOklch(brand);
  const strong = shift(
    { ...base, l: Math.min(base.l, 0.62) },
    hex => contrast(hex, '#ffffff') >= readable && contrast(hex, lightGround) >= readable,
    -0.01,
  );
  const onDark = shift(
    { ...base, l: Math.max(base.l, 0.72) },
    hex => contrast(hex, darkGround) >= readable,
    0.01,
  );
  const tint = (l: number, share: number) => toHex({ ...base, l, c: base.c * share });
  const darker = (by: number) => toHex({ ...strong, l: Math.max(0.12, strong.l - by) });
  return [
    tint(0.975, 0.12),
    tint(0.945, 0.22),
    tint(0.895, 0.4),
    tint(0.82, 0.65),
    toHex(onDark),
    toHex({ ...strong, l: strong.l + 0.06 }),
    toHex(strong),
    darker(0.05),
    darker(0.1),
    darker(0.16),
  ];
}
