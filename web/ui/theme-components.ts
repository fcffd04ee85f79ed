import type { MantineThemeComponents } from '@mantine/core';

const transitionProps = { transition: 'fade', duration: 140 } as const;

/** How the parts of Mantine behave everywhere: quick motion, one shadow for what floats, errors told to readers. */
export const componentDefaults: MantineThemeComponents = {
  Portal: { defaultProps: { target: '#floating' } },
  Modal: {
    defaultProps: { transitionProps, centered: true, radius: 'lg', shadow: 'xl', padding: 'lg' },
    styles: { title: { fontSize: 16, fontWeight: 600 } },
  },
  Drawer: { defaultProps: { transitionProps: { duration: 160 } } },
  Spotlight: {
    defaultProps: {
      transitionProps,
      centered: false,
      yOffset: '12vh',
      overlayProps: { backgroundOpacity: 0.35, blur: 0 },
    },
  },
  Menu: {
    defaultProps: {
      transitionProps,
      shadow: 'md',
      position: 'bottom-end',
      // The placeholder is a child that a menu may not have (axe: aria-required-children).
      withInitialFocusPlaceholder: false,
    },
    styles: { item: { fontSize: 14, minHeight: 32 } },
  },
  // Until its place is known a list stands at the top left; placed in the page, bringing its chosen option into view would
  // scroll the page to its top, and away from under the hand of whoever opened it.
  Popover: { defaultProps: { transitionProps, shadow: 'md', floatingStrategy: 'fixed' } },
  // A list that is closed is not there: a ticket's page has ten of them, each with every agent, folder or tag.
  Combobox: { defaultProps: { transitionProps, shadow: 'md', keepMounted: false } },
  Tooltip: { defaultProps: { transitionProps, openDelay: 400, withArrow: false, fz: 'xs' } },
  Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 550 }, label: { fontSize: 14 } } },
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
  InputWrapper: {
    styles: {
      label: { fontSize: 14, fontWeight: 550, marginBottom: 4 },
      description: { fontSize: 13, marginBottom: 4 },
      error: { fontSize: 13 },
    },
  },
  Input: { styles: { input: { fontSize: 14 } } },
  // md is the first size that is 24 px high (WCAG 2.2, 2.5.8).
  Radio: { defaultProps: { size: 'md' }, styles: { description: { fontSize: 13 } } },
  Checkbox: { defaultProps: { size: 'md' } },
  Switch: { defaultProps: { size: 'md' }, styles: { description: { fontSize: 13 } } },
  Loader: { defaultProps: { size: 20, type: 'oval' } },
};
