import { IconBookmark, IconUsers, IconWorld } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import classes from './rail.module.css';
import { RailLink } from './rail-link.tsx';

const icons = { private: IconBookmark, team: IconUsers, everyone: IconWorld };

/** The saved views that I see, with how many tickets they hold; nothing where there are none. */
export function RailSavedViews({
  desk,
  counts,
  isCollapsed,
  onGo,
}: {
  desk: Desk;
  counts?: Record<string, { count: number; isMore: boolean }>;
  isCollapsed: boolean;
  onGo?: () => void;
}) {
  const t = useT();
  const client = useQueryClient();
  const slug = desk.workspace.slug;
  const asked = JSON.stringify(desk.views.map(view => [view.id, view.query]));
  const before = useRef(asked);
  useEffect(() => {
    // A view that was added or changed, perhaps by a colleague, has a number of its own.
    if (before.current === asked) return;
    before.current = asked;
    void client.invalidateQueries({ queryKey: ['tickets', slug, 'counts'] });
  }, [asked, client, slug]);
  if (desk.views.length === 0) return null;
  return (
    <>
      {!isCollapsed && (
        <h2 className={classes.heading} id="rail-saved-views">
          {t('lists.views')}
        </h2>
      )}
      <ul
        className={classes.list}
        aria-labelledby={isCollapsed ? undefined : 'rail-saved-views'}
        aria-label={isCollapsed ? t('lists.views') : undefined}
      >
        {desk.views.map(view => (
          <RailLink
            key={view.id}
            to="/w/$slug/views/$viewId"
            params={{ slug, viewId: view.id }}
            icon={icons[view.visibility]}
            label={view.name}
            count={counts?.[view.id]?.count}
            isMore={counts?.[view.id]?.isMore}
            isCollapsed={isCollapsed}
            onGo={onGo}
          />
        ))}
      </ul>
    </>
  );
}
