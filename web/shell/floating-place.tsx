import { useT } from '../data/language.ts';

/**
 * Where dialogs, menus and messages are put (theme: Portal). A region of its own, so that every text of the page
 * belongs to a landmark and the heading of a dialog is no second banner of the page.
 */
export function FloatingPlace() {
  const t = useT();
  return <section id="floating" aria-label={t('shell.floating')} />;
}
