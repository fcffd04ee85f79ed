import { useNavigate } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { useShortcut } from '../ui/shortcut.ts';
import { palette } from './palette-store.ts';
import { railViews } from './rail-views.ts';

function GoKey({ view }: { view: (typeof railViews)[number] }) {
  const t = useT();
  const navigate = useNavigate();
  const slug = useWorkspaceSlug();
  const label = t('shell.keys.go', { view: t(`shell.view.${view.name}`) });
  useShortcut(`g ${view.key}`, () => void navigate({ to: view.to, params: { slug } }), label, {
    isInPalette: false,
  });
  return null;
}

/** The keys that work on every page: `c` a new ticket, `g` and a letter to a view, the palette. */
export function GoKeys() {
  const t = useT();
  const navigate = useNavigate();
  const slug = useWorkspaceSlug();
  useShortcut('mod+k', () => palette.open(), t('shell.keys.palette'), { isInPalette: false });
  useShortcut(
    'g k',
    () => void navigate({ to: '/w/$slug/contacts', params: { slug } }),
    t('shell.keys.go', { view: t('shell.contacts') }),
    { isInPalette: false },
  );
  useShortcut(
    'c',
    () => void navigate({ to: '/w/$slug/tickets/new', params: { slug } }),
    t('shell.new-ticket'),
    { isInPalette: false },
  );
  useShortcut(
    'g w',
    () => void navigate({ to: '/w/$slug/overview', params: { slug } }),
    t('shell.keys.go', { view: t('lists.overview') }),
    { isInPalette: false },
  );
  return railViews.map(view => <GoKey key={view.name} view={view} />);
}
