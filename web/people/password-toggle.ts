import { useT } from '../data/language.ts';

/** The eye beside a password, reachable by the keyboard and named for screen readers. */
export function usePasswordToggle(): { 'aria-label': string; tabIndex: number; 'aria-hidden': false } {
  const t = useT();
  return { 'aria-label': t('signin.password.show'), tabIndex: 0, 'aria-hidden': false };
}
