import { ColorInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../data/language.ts';

const suggestions = [
  '#2f5fd0',
  '#0b7285',
  '#2b7a4b',
  '#8a6100',
  '#c2410c',
  '#b3261e',
  '#a21d6b',
  '#6d3fc0',
  '#4f4a44',
];

/** Choosing a colour: suggestions, or any '#rrggbb' by hand. Props as @mantine/form gives them. */
export function BrandColourInput({
  isTag = false,
  ...props
}: {
  value?: string;
  onChange?: (colour: string) => void;
  error?: ReactNode;
  label?: string;
  /** The colour of a tag's dot, which needs no word about readable text. */
  isTag?: boolean;
}) {
  const t = useT();
  return (
    <ColorInput
      label={t('shell.colour')}
      description={isTag ? undefined : t('shell.colour.hint')}
      format="hex"
      swatches={suggestions}
      swatchesPerRow={9}
      withEyeDropper={false}
      {...props}
    />
  );
}
