import { notifications as corner } from '@mantine/notifications';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { useNames } from '../tickets/use-names.ts';
import type { Notification } from './bell-query.ts';
import { linkOf, notificationText, placeOf } from './notification-text.ts';

/** Shows each notification that arrives while the page is open in the corner, until it is closed. */
export function usePopUps(list: Notification[] | undefined): void {
  const t = useT();
  const names = useNames();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const router = useRouter();
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!list) return;
    // What was there when the page opened is told by the bell alone.
    const isFirst = known.current === null;
    known.current ??= new Set();
    for (const one of list) {
      if (known.current.has(one.id)) continue;
      known.current.add(one.id);
      if (isFirst || one.isRead) continue;
      const link = linkOf(slug, one);
      corner.show({
        id: one.id,
        autoClose: false,
        title: notificationText(t, names, one),
        message: (
          // The corner stands outside the router, so the link is followed by hand.
          <a
            href={router.buildLocation(link).href}
            onClick={event => {
              event.preventDefault();
              corner.hide(one.id);
              void navigate(link);
            }}
          >
            {placeOf(t, one)}
          </a>
        ),
        closeButtonProps: { 'aria-label': t('shell.close') },
      });
    }
  }, [list, names, slug, t, navigate, router]);
}
