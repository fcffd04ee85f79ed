import { useLocalStorage } from '@mantine/hooks';

/** Whether the rail shows icons only; kept on this device. */
export function useRailCollapsed(): [boolean, (next: boolean) => void] {
  const [value, setValue] = useLocalStorage<'open' | 'collapsed'>({
    key: 'guichet.rail',
    defaultValue: 'open',
    getInitialValueInEffect: false,
  });
  return [value === 'collapsed', next => setValue(next ? 'collapsed' : 'open')];
}
