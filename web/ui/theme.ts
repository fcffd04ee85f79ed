import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import type { Translate } from '../data/language.ts';
import { rampOf } from './brand-colours.ts';
import { componentDefaults } from './theme-components.ts';

const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f3f1ee',
  '#e9e6e2',
  '#dcd8d3',
  '#c6c1ba',
  '#8d877f',
  '#68625b',
  '#4f4a44',
  '#35312c',
  '#1f1c19',
];

const dark: MantineColorsTuple = [
  '#e8e5e1',
  '#d0cbc5',
  '#aaa49c',
  '#958f87',
  '#46423d',
  '#35322e',
  '#2a2724',
  '#1c1a18',
  '#161412',
  '#100f0d',
];

/** The colour of a workspace that has not chosen one. */
export const defaultBrandColour = '#2f5fd0';

/** The theme of a workspace: its brand colour ('#rrggbb') becomes the one accent. `t` names the parts' own controls. */
export function themeOf(brandColour: string, t: Translate): MantineThemeOverride {
  return createTheme({
    primaryColor: 'brand',
    primaryShade: { light: 6, dark: 6 },
    colors: { brand: rampOf(brandColour), gray, dark },
    black: '#1f1c19',
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
    spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
    radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '32px' },
    defaultRadius: 'sm',
    headings: {
      fontWeight: '600',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: '20px', lineHeight: '1.3' },
        h2: { fontSize: '16px', lineHeight: '1.4' },
        h3: { fontSize: '14px', lineHeight: '1.4' },
      },
    },
    shadows: {
      xs: 'none',
      sm: 'none',
      md: '0 4px 16px rgb(31 28 25 / 0.12)',
      lg: '0 4px 16px rgb(31 28 25 / 0.12)',
      xl: '0 8px 32px rgb(31 28 25 / 0.18)',
    },
    focusRing: 'auto',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      ...componentDefaults,
      ColorPicker: {
        defaultProps: { saturationLabel: t('shell.colour.saturation'), hueLabel: t('shell.colour.hue') },
      },
    },
  });
}

/** The variables that differ between light and dark, with AA contrast in both. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-6)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
    '--mantine-color-default-hover': 'var(--mantine-color-gray-1)',
    '--mantine-color-red-filled': '#b3261e',
    '--mantine-color-red-filled-hover': '#93201a',
    '--mantine-color-red-text': '#b3261e',
    '--mantine-color-red-light': 'var(--guichet-red-ground)',
    '--mantine-color-red-light-color': 'var(--guichet-red-text)',
    '--mantine-color-red-outline': '#b3261e',
  },
  dark: {
    '--mantine-color-text': 'var(--mantine-color-dark-0)',
    '--mantine-color-error': '#ff9a91',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-brand-light': 'color-mix(in srgb, var(--mantine-color-brand-4) 16%, transparent)',
    '--mantine-color-brand-light-hover': 'color-mix(in srgb, var(--mantine-color-brand-4) 24%, transparent)',
    '--mantine-color-brand-light-color': 'var(--mantine-color-brand-2)',
    '--mantine-color-brand-outline': 'var(--mantine-color-brand-4)',
    '--mantine-color-red-filled': '#b3261e',
    '--mantine-color-red-filled-hover': '#c8392f',
    '--mantine-color-red-text': '#ff9a91',
    '--mantine-color-red-light': 'var(--guichet-red-ground)',
    '--mantine-color-red-light-color': 'var(--guichet-red-text)',
    '--mantine-color-red-outline': '#ff9a91',
  },
});
