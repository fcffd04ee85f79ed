import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isLocked } from '../../contract/fields.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Mode } from '../messages/draft.ts';
import { useAction, useShortcut } from '../ui/shortcut.ts';
import { showDone } from '../ui/toast.ts';
import { neighbourOf, useLastList } from './last-list.ts';
import { settableFor } from './status-picker.tsx';
import type { OpenPicker } from './ticket-panel.tsx';
import { prefetchTicket, type Ticket } from './ticket-queries.ts';
import type { TicketChange } from './use-ticket-change.ts';

interface Actions {
  ticket: Ticket;
  write: (mode: Mode) => void;
  open: (picker: OpenPicker) => void;
  change: (change: TicketChange) => void;
  /** Opens the one that has waited longest. */
  next: () => void;
  canPostpone: boolean;
  unread: () => void;
}

const ofTicket = { group: 'ticket' } as const;
const list = { group: 'ticket', opens: 'list' } as const;
const text = { group: 'ticket', opens: 'text' } as const;

/** The keys of a ticket's page; each stands on the sheet behind `?` and in the palette, which knows some more. */
export function useTicketShortcuts(actions: Actions): void {
  const { ticket, write, open, change, next, unread, canPostpone } = actions;
  const t = useT();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const me = useDesk().data?.me.id;
  const lastList = useLastList();
  const isShut = isLocked(ticket.status);
  const isSolved = ticket.status === 'resolved';

  useShortcut('r', () => write('reply'), t('tickets.key.reply'), text);
  useShortcut('n', () => write('note'), t('tickets.key.note'), text);
  useShortcut('a', () => open('assignee'), t('tickets.key.assign'), list);
  useShortcut('t', () => open('tags'), t('tickets.key.tag'), list);
  useShortcut('f', () => open('folder'), t('tickets.key.folder'), list);
  useShortcut('m', () => open('team'), t('panel.key.team'), list);
  useShortcut('y', () => open('type'), t('panel.key.type'), list);
  useShortcut('p', () => open('priority'), t('tickets.key.priority'), list);
  useShortcut('w', () => open('segment'), t('panel.key.segment'), list);
  useShortcut('o', () => open('originalSegment'), t('panel.key.original-segment'), list);
  useShortcut('z', () => open('postpone'), t('postponing.key'), { ...ofTicket, isEnabled: canPostpone });
  useShortcut('s', () => open('status'), t('tickets.key.status'), { ...list, isEnabled: !isShut });
  useShortcut('e', () => change({ status: 'resolved' }), t('tickets.key.solve'), {
    ...ofTicket,
    isEnabled: !isShut && !isSolved,
  });
  // The text box hears these itself; here they are for the sheet.
  useShortcut('mod+Enter', () => undefined, t('keys.send'), { isInPalette: false });

  useAction(t('tickets.next'), next, ofTicket);
  useAction(t('palette.assign-me'), () => me && change({ assigneeId: me }), {
    ...ofTicket,
    isEnabled: me !== undefined && ticket.assigneeId !== me,
  });
  useAction(t('palette.reopen'), () => change({ status: settableFor(ticket)[0]! }), {
    ...ofTicket,
    isEnabled: isSolved,
  });
  useAction(t('palette.unread'), unread, ofTicket);
  useAction(t('palette.back'), () => void navigate({ to: lastList || `/w/${slug}/inbox` }), ofTicket);
  useAction(
    t('palette.copy-link'),
    () =>
      void copy(`${location.origin}/w/${slug}/tickets/${ticket.number}`).then(
        () => showDone(t, t('palette.copied')),
        () => notifications.show({ color: 'red', message: t('palette.copy-failed') }),
      ),
    ofTicket,
  );
}

async function copy(text: string): Promise<void> {
  // Only given to pages by https or on this machine.
  if (!navigator.clipboard) throw new Error('no clipboard');
  await navigator.clipboard.writeText(text);
}

/**
 * `j` and `k` go to the neighbours in the list one came from, even before the ticket itself is there; without a list `j`
 * opens the one that has waited longest.
 */
export function useNeighbourKeys(number: string, next: () => void): void {
  const t = useT();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  function move(step: 1 | -1): void {
    const neighbour = neighbourOf(number, step);
    if (neighbour) {
      void navigate({ to: '/w/$slug/tickets/$number', params: { slug, number: neighbour } });
    } else if (neighbour === null) {
      showDone(t, t(step > 0 ? 'keys.last-of-list' : 'keys.first-of-list'));
    } else if (step > 0) next();
  }
  const client = useQueryClient();
  useEffect(() => {
    // Right after what this ticket needs itself, so that the next one is there when it is asked for.
    const timer = setTimeout(() => {
      const neighbour = neighbourOf(number, 1);
      if (neighbour) void prefetchTicket(client, slug, neighbour);
    }, 400);
    return () => clearTimeout(timer);
  }, [client, slug, number]);
  useShortcut('j', () => move(1), t('keys.next-in-list'), ofTicket);
  useShortcut('k', () => move(-1), t('keys.previous-in-list'), ofTicket);
}
