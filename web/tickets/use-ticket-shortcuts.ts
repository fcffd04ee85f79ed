import { useT } from '../data/language.ts';
import type { Mode } from '../messages/draft.ts';
import { useShortcut } from '../ui/shortcut.ts';
import type { OpenPicker } from './ticket-panel.tsx';

interface Actions {
  write: (mode: Mode) => void;
  open: (picker: OpenPicker) => void;
  solve: () => void;
  next: () => void;
  canPostpone: boolean;
}

/** The keys of a ticket's page; each stands on the sheet behind `?`. */
export function useTicketShortcuts({ write, open, solve, next, canPostpone }: Actions): void {
  const t = useT();
  useShortcut('r', () => write('reply'), t('tickets.key.reply'));
  useShortcut('n', () => write('note'), t('tickets.key.note'));
  useShortcut('a', () => open('assignee'), t('tickets.key.assign'));
  useShortcut('t', () => open('tags'), t('tickets.key.tag'));
  useShortcut('f', () => open('folder'), t('tickets.key.folder'));
  useShortcut('m', () => open('team'), t('panel.key.team'));
  useShortcut('y', () => open('type'), t('panel.key.type'));
  useShortcut('p', () => open('priority'), t('tickets.key.priority'));
  useShortcut('w', () => open('segment'), t('panel.key.segment'));
  useShortcut('o', () => open('originalSegment'), t('panel.key.original-segment'));
  useShortcut('z', () => canPostpone && open('postpone'), t('postponing.key'));
  useShortcut('s', () => open('status'), t('tickets.key.status'));
  useShortcut('e', solve, t('tickets.key.solve'));
  useShortcut('j', next, t('tickets.next'));
}
