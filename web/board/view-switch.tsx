import { IconLayoutKanban, IconList, IconRss } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import {
  backFrom,
  isFolder,
  isSavedView,
  modesOf,
  preferenceKey,
  scopeIn,
  towards,
  type ViewMode,
  withMode,
} from './view-mode.ts';
import classes from './view-switch.module.css';

const icons = { list: IconList, board: IconLayoutKanban, feed: IconRss };
type Search = Record<string, string | undefined>;

/** List, board or feed of the same tickets; what is chosen is how the view opens next time. */
export function ViewSwitch({
  mode,
  scope: given,
  filters,
}: {
  mode: ViewMode;
  scope?: string;
  /** Those of a saved view, which its address does not say. */
  filters?: Search;
}) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const me = useDesk().data?.me.id ?? '';
  const search = useSearch({ strict: false }) as Search;
  const keep = useKeepMode();
  const scope = given ?? scopeIn(search);
  const whole = mode === 'list' ? towards(filters ?? search, scope, me) : search;
  return (
    <nav className={classes.switch} aria-label={t('board.switch')}>
      {(['list', 'board', 'feed'] as const).map(one => {
        const Icon = icons[one];
        const to = one === 'list' ? listPath(slug, scope) : `/w/${slug}/${one}`;
        return (
          <Link
            key={one}
            to={to}
            search={one === 'list' ? backFrom(whole, scope, me) : whole}
            className={classes.choice}
            activeProps={{}}
            data-chosen={one === mode}
            aria-current={one === mode ? 'page' : undefined}
            onClick={() => one !== mode && !isSavedView(scope) && keep(scope, one)}
          >
            <Icon size={16} stroke={1.75} aria-hidden />
            {t(`board.switch.${one}`)}
          </Link>
        );
      })}
    </nav>
  );
}

function listPath(slug: string, scope: string): string {
  if (isSavedView(scope)) return `/w/${slug}/views/${scope.slice(5)}`;
  return isFolder(scope) ? `/w/${slug}/folders/${scope}` : `/w/${slug}/${scope}`;
}

/** Remembers what was chosen for a scope; a failure is not worth a word, it is asked again with the next choice. */
function useKeepMode(): (scope: string, mode: ViewMode) => void {
  const client = useQueryClient();
  const key = ['desk', useWorkspaceSlug()];
  const { mutate } = useMutation({
    networkMode: 'always',
    mutationFn: (value: Record<string, ViewMode>) =>
      call(routes.people.keepPreference, { params: { key: preferenceKey }, body: { value } }),
  });
  return (scope, mode) => {
    const desk = client.getQueryData<Desk>(key);
    if (!desk) return;
    const modes = withMode(modesOf(desk.me.preferences), scope, mode);
    const preferences = { ...desk.me.preferences, [preferenceKey]: modes };
    client.setQueryData<Desk>(key, { ...desk, me: { ...desk.me, preferences } });
    mutate(modes);
  };
}
