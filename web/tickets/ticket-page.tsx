import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import { activeStatuses, isLocked } from '../../contract/fields.ts';
import { EscalationBanner } from '../board/escalation-banner.tsx';
import { useHere } from '../data/here.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { LazyComposer } from '../messages/composer-lazy.tsx';
import { Conversation } from '../messages/conversation.tsx';
import type { Mode } from '../messages/draft.ts';
import { useQuoteRequests } from '../messages/quotes.ts';
import { useSideRequests } from '../messages/side/side-requests.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { useSettling } from '../ui/use-settled.ts';
import { HintBanner } from './hint-banner.tsx';
import { HistorySentence } from './history-line.tsx';
import { isShownAmongMessages } from './history-text.ts';
import { useLastList } from './last-list.ts';
import { LockedBanner } from './locked-banner.tsx';
import { PostponeDialog } from './postpone-dialog.tsx';
import { PostponedBanner } from './postponed-banner.tsx';
import { TicketHeader } from './ticket-header.tsx';
import classes from './ticket-page.module.css';
import { type OpenPicker, TicketPanel } from './ticket-panel.tsx';
import { historyQuery, type Ticket, ticketQuery } from './ticket-queries.ts';
import { ComposerSkeleton, TicketSkeleton } from './ticket-skeleton.tsx';
import { tabNamed } from './ticket-tabs.tsx';
import { useNextTicket } from './use-next-ticket.ts';
import { useReadMark } from './use-read-mark.ts';
import { useTicketChange } from './use-ticket-change.ts';
import { useNeighbourKeys, useTicketShortcuts } from './use-ticket-shortcuts.ts';
import { useUndoKey } from './use-undo.tsx';

const isPostponable = (status: Ticket['status']) => (activeStatuses as readonly string[]).includes(status);

interface Props {
  number: string;
  /** The tab that the address names. */
  tab?: string;
}

/** One ticket by its number, with the conversation or the history in front. */
export function TicketPage({ number, tab }: Props) {
  const slug = useWorkspaceSlug();
  const query = useQuery(ticketQuery(slug, number));
  const ticket = query.data;
  useNeighbourKeys(number, useNextTicket(ticket?.id));
  usePageTitle(ticket ? '' : `#${number}`, ticket ? `#${number} ${ticket.subject}` : `#${number}`);
  if (ticket) return <OpenTicket number={number} tab={tab} ticket={ticket} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <TicketSkeleton />;
}

function OpenTicket({ number, tab: wantedTab, ticket }: Props & { ticket: Ticket }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const { name: tab, Page } = tabNamed(wantedTab) ?? { name: 'conversation' as const, Page: NotFoundPage };
  const navigate = useNavigate();
  const isNarrow = useMediaQuery('(max-width: 1060px)', undefined, { getInitialValueInEffect: false });
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [openPicker, setOpenPicker] = useState<OpenPicker>(null);
  const { write }: { write?: unknown } = useSearch({ strict: false });
  const [mode, setMode] = useState<Mode>(write === 'note' || write === 'side' ? write : 'reply');
  const [focusRequest, setFocusRequest] = useState(0);
  // The conversation is drawn first; the text box and the panel, which are larger, right after it or with the first key
  // that asks for one of them.
  const [isSettled, settle] = useSettling();
  const [wasUnread] = useState(ticket.isUnread);
  const history = useQuery(historyQuery(slug, number)).data;
  const change = useTicketChange(number);
  useUndoKey(number);
  const openNext = useNextTicket(ticket.id);
  const markUnread = useReadMark(number, ticket);
  const lastList = useLastList();
  const isShut = isLocked(ticket.status);
  useHere(ticket.id);

  const asides = useMemo(
    () =>
      (history ?? []).filter(isShownAmongMessages).map(line => ({
        id: line.id,
        at: line.at,
        content: <HistorySentence line={line} />,
      })),
    [history],
  );

  function open(picker: OpenPicker): void {
    settle();
    if (isNarrow && picker !== null && picker !== 'status' && picker !== 'postpone') setIsPanelOpen(true);
    setOpenPicker(picker);
  }

  const unread = () => void markUnread().then(() => navigate({ to: lastList || `/w/${slug}/inbox` }));
  useTicketShortcuts({
    ticket,
    write: wanted => {
      settle();
      setMode(isShut ? 'note' : wanted);
      setFocusRequest(count => count + 1);
      if (Page) void navigate({ to: '/w/$slug/tickets/$number', params: { slug, number } });
    },
    open,
    change,
    next: openNext,
    canPostpone: isPostponable(ticket.status),
    unread,
  });

  useQuoteRequests(number, () => {
    settle();
    setMode('reply');
    setFocusRequest(count => count + 1);
  });

  useSideRequests(number, () => {
    settle();
    setMode('side');
    setFocusRequest(count => count + 1);
  });

  const panel = <TicketPanel ticket={ticket} open={openPicker} onOpen={open} onChange={change} />;
  return (
    <div className={classes.page}>
      <div className={classes.centre}>
        <TicketHeader
          ticket={ticket}
          tab={tab}
          isStatusOpen={openPicker === 'status'}
          onStatusOpenChange={isOpen => open(isOpen ? 'status' : null)}
          onChange={change}
          onNext={openNext}
          onPostpone={isPostponable(ticket.status) ? () => open('postpone') : undefined}
          onUnread={unread}
          onPanel={isNarrow ? () => setIsPanelOpen(true) : undefined}
        />
        {ticket.status === 'on_hold' && (
          <PostponedBanner ticket={ticket} onChange={change} onPostpone={() => open('postpone')} />
        )}
        <PostponeDialog
          ticket={ticket}
          isOpen={openPicker === 'postpone'}
          onClose={() => open(null)}
          onChange={change}
        />
        <EscalationBanner ticket={ticket} />
        {ticket.hint && <HintBanner number={number} hint={ticket.hint} />}
        {Page && (
          <Suspense fallback={<ListSkeleton rows={6} height={56} />}>
            <Page number={number} ticket={ticket} />
          </Suspense>
        )}
        {/* Kept while another tab is read: an upload or a reply may be under way. */}
        <div className={classes.talk} hidden={Page !== undefined}>
          <Conversation number={number} asides={asides} isUnread={wasUnread} />
          {isShut && <LockedBanner ticket={ticket} />}
          {isSettled ? (
            <Suspense fallback={<ComposerSkeleton />}>
              <LazyComposer
                number={number}
                ticketId={ticket.id}
                requester={ticket.requester}
                mode={isShut && mode === 'reply' ? 'note' : mode}
                onMode={setMode}
                isLocked={isShut}
                focusRequest={focusRequest}
                onNext={openNext}
              />
            </Suspense>
          ) : (
            <ComposerSkeleton />
          )}
        </div>
      </div>
      {isNarrow ? (
        <Drawer
          opened={isPanelOpen}
          onClose={() => setIsPanelOpen(false)}
          position="right"
          size={340}
          title={t('tickets.panel')}
          closeButtonProps={{ 'aria-label': t('tickets.panel.close') }}
          padding={0}
          styles={{ header: { padding: '8px 16px' } }}
        >
          {panel}
        </Drawer>
      ) : (
        <aside className={classes.side} aria-label={t('tickets.panel')}>
          {isSettled && panel}
        </aside>
      )}
    </div>
  );
}
