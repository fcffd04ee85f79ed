/** Quiet colours on which a tag's name can be read; Settings offers all others. */
const colours = ['#b45309', '#1d4ed8', '#047857', '#6d28d9', '#0e7490', '#a21caf', '#be123c', '#374151'];

/** A colour for a new tag: always the same one for a name. */
export function colourFor(name: string): string {
  let sum = 0;
  for (const sign of name.toLowerCase()) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return colours[sum % colours.length]!;
}
