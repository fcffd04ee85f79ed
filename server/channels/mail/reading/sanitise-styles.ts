// CSS properties that a mail may set, each value by a whitelist: no url(), no position, no expression.

const COLOUR = [
  /^#[0-9a-f]{3,8}$/i,
  /^[a-z]{3,30}$/i,
  /^rgba?\([\d\s.,%/]{1,60}\)$/i,
  /^hsla?\([\d\s.,%/a-z]{1,60}\)$/i,
];
const WORD = [/^[a-z-]{1,40}$/i];
/** Up to four lengths. */
const LENGTHS = [
  /^(?:-?[\d.]{1,12}(?:px|pt|em|rem|ex|ch|cm|mm|in|pc|%)?|auto|inherit|initial|normal|thin|medium|thick)(?:\s+(?:[\d.]{1,12}(?:px|pt|em|rem|%)?|auto)){0,3}$/i,
];
const SIZE = [/^(?:[\d.]{1,12}(?:px|pt|em|rem|ex|%|cm|mm|in)?|[a-z-]{1,20})$/i];
const BORDER = [
  /^(?:[a-z0-9.#%-]{1,30}|rgba?\([\d\s.,%]{1,40}\))(?:\s+(?:[a-z0-9.#%-]{1,30}|rgba?\([\d\s.,%]{1,40}\))){0,5}$/i,
];
const FAMILY = [/^[\w\s,'"-]{1,300}$/];

const SIDES = ['', '-top', '-right', '-bottom', '-left'];

function each(names: string[], values: RegExp[]): Record<string, RegExp[]> {
  return Object.fromEntries(names.map(name => [name, values]));
}

/** For sanitize-html's `allowedStyles`; every pattern is linear (S11). */
export const allowedStyles: Record<string, Record<string, RegExp[]>> = {
  '*': {
    ...each(['color', 'background-color', 'background', 'text-decoration-color', 'border-color'], COLOUR),
    ...each(
      SIDES.map(side => `margin${side}`),
      LENGTHS,
    ),
    ...each(
      SIDES.map(side => `padding${side}`),
      LENGTHS,
    ),
    ...each(
      SIDES.map(side => `border${side}`),
      BORDER,
    ),
    ...each(
      SIDES.flatMap(side => [`border${side}-width`, `border${side}-style`]),
      BORDER,
    ),
    ...each(['border-radius', 'border-spacing', 'text-indent', 'letter-spacing', 'word-spacing'], LENGTHS),
    ...each(['width', 'max-width', 'min-width', 'height', 'max-height', 'font-size', 'line-height'], SIZE),
    ...each(['font-weight', 'vertical-align'], SIZE),
    ...each(
      [
        'font-style',
        'font-variant',
        'text-align',
        'text-transform',
        'white-space',
        'word-break',
        'overflow-wrap',
        'word-wrap',
        'border-collapse',
        'table-layout',
        'list-style-type',
        'direction',
        'float',
        'clear',
      ],
      WORD,
    ),
    ...each(['text-decoration', 'text-decoration-line'], [/^[a-z-]{1,20}(?: [a-z-]{1,20}){0,3}$/i]),
    'font-family': FAMILY,
    display: [/^(?:block|inline|inline-block|table|table-row|table-cell|list-item|none)$/i],
  },
};
