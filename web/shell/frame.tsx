import { useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ApiError } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useLiveConnection } from '../data/live.ts';
import { useSignedOut } from '../data/signed-out.ts';
import { DraftRequests } from '../messages/drafts/draft-requests.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ShortcutSheet } from '../ui/shortcut-sheet.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { setAppearance } from './appearance.ts';
import classes from './frame.module.css';
import { FrameSkeleton } from './frame-skeleton.tsx';
import { GoKeys } from './go-keys.tsx';
import { NoMailboxNotice } from './no-mailbox-notice.tsx';
import { setTitleCount, titleId, useShownTitle } from './page-title.ts';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { useRailCollapsed } from './rail-collapsed.ts';
import { RailDrawer } from './rail-drawer.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { SignInFirst } from './sign-in-first.tsx';
import { useTicketCounts } from './ticket-counts.ts';
import { preloadTicketPages } from './ticket-pages.ts';
import { TopBar } from './top-bar.tsx';

/** The desk's own language, theme and accent become those of the screens. */
function useDeskAppearance(desk: Desk | undefined): void {
  const { setColorScheme } = useMantineColorScheme();
  const language = desk?.me.language;
  const theme = desk?.me.theme;
  const brandColour = desk?.workspace.brandColour;
  useEffect(() => {
    if (language && brandColour) setAppearance({ language, brandColour });
  }, [language, brandColour]);
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
}

/** A new page puts the focus on its beginning, so that screen readers and the Tab key start there. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const isElsewhere = document.activeElement === null || document.activeElement === document.body;
    if (isElsewhere || !main.current?.contains(document.activeElement))
      main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}

/** The house of the agents' app: rail at the left, bar above, the page in the middle. */
export function Frame() {
  const t = useT();
  const desk = useDesk();
  const main = useRef<HTMLElement>(null);
  const [isDrawerOpen, drawer] = useDisclosure(false);
  const [isCollapsed, setCollapsed] = useRailCollapsed();
  const isOut = useSignedOut();
  const title = useShownTitle();
  const slug = desk.data?.workspace.slug ?? '';
  useDeskAppearance(desk.data);
  const isSettled = useSettled();
  useLiveConnection(slug, !isOut && isSettled);
  useFocusOnNewPage(main);
  const waiting = useTicketCounts().data?.views.unanswered ?? 0;
  useEffect(() => setTitleCount(waiting), [waiting]);
  useEffect(() => {
    if (slug) preloadTicketPages();
  }, [slug]);

  if (desk.isPending) return <FrameSkeleton />;
  if (!desk.data) {
    const isStranger = desk.error instanceof ApiError && desk.error.status === 401;
    if (isStranger) return <SignInFirst />;
    return (
      <main className={classes.alone}>
        <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />
      </main>
    );
  }
  return (
    <div className={classes.frame} data-collapsed={isCollapsed || undefined}>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <div className={classes.rail}>
        <Rail desk={desk.data} isCollapsed={isCollapsed} onCollapse={() => setCollapsed(!isCollapsed)} />
      </div>
      <RailDrawer desk={desk.data} isOpen={isDrawerOpen} onClose={drawer.close} />
      <div className={classes.body}>
        <TopBar desk={desk.data} onOpenRail={drawer.open} />
        <NoMailboxNotice desk={desk.data} />
        <DraftRequests desk={desk.data} />
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className={classes.main}
          aria-labelledby={title ? titleId : undefined}
        >
          <Outlet />
        </main>
      </div>
      <Palette desk={desk.data} />
      <GoKeys />
      <ShortcutSheet />
      <SignInAgain person={desk.data.me} />
    </div>
  );
}
