import type { MantineThemeComponents } from '@mantine/core';

const transitionProps = { transition: 'fade', duration: 140 } as const;

/** How the parts of Mantine behave everywhere: quick motion, one shadow for what floats, errors told to readers. */
export const componentDefaults: MantineThemeComponents = {
  Modal: { defaultProps: { transitionProps, centered: true, radius: 'lg', shadow: 'xl', padding: 'lg' } },
  Drawer: { defaultProps: { transitionProps: { duration: 160 } } },
  Menu: { defaultProps: { transitionProps, shadow: 'md', position: 'bottom-end', withinPortal: true } },
  Popover: { defaultProps: { transitionProps, shadow: 'md' } },
  Combobox: { defaultProps: { transitionProps, shadow: 'md' } },
  Tooltip: { defaultProps: { transitionProps, openDelay: 400, withArrow: false, fz: 'xs' } },
  Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 550 }, label: { fontSize: 14 } } },
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
  TextInput: { defaultProps: { size: 'sm' } },
  InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] } },
  Input: { styles: { input: { fontSize: 14 } } },
  Loader: { defaultProps: { size: 20, type: 'oval' } },
};
