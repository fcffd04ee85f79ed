import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ticketDetail } from '../../contract/routes/tickets.ts';
import { type AboutTicket, useCannedMenu } from '../answers/use-canned-menu.ts';
import { useDesk } from '../data/desk.ts';
import { useLanguage } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Mode } from './draft.ts';
import type { TypeAhead } from './editor/type-ahead.ts';
import { ticketKey } from './ticket-keys.ts';

/** What is being written: an answer or a note in a ticket, or the first message of a new one. */
export type Written =
  | { mode: Mode; number: string }
  | { mode: 'new'; requesterName: string; subject: string };

/** The menus of a text: canned replies, emoji, and in notes teammates, who are told of it. */
export function useMenus(written: Written): TypeAhead[] {
  const client = useQueryClient();
  const slug = useWorkspaceSlug();
  const canned = useCannedMenu(() =>
    written.mode === 'new'
      ? { ...written, number: '' }
      : aboutTicket(client.getQueryData(ticketKey(slug, written.number))),
  );
  const emoji = useEmojiMenu();
  const teammates = useMentionMenu();
  return written.mode === 'note' ? [canned, emoji, teammates] : [canned, emoji];
}

function aboutTicket(ticket: z.infer<typeof ticketDetail> | undefined): AboutTicket {
  return {
    requesterName: ticket?.requester.name ?? '',
    number: ticket ? String(ticket.number) : '',
    subject: ticket?.subject ?? '',
    language: ticket?.language,
  };
}

function useEmojiMenu(): TypeAhead {
  const language = useLanguage();
  return {
    name: 'emoji',
    char: ':',
    takesWords: false,
    least: 2,
    async find(typed) {
      // The list is asked for when somebody wants it; most messages have no emoji.
      const { emojiIn, findEmoji } = await import('./editor/emoji.ts');
      return findEmoji(emojiIn(language), typed).map(({ glyph, name }) => ({
        id: glyph,
        title: name,
        glyph,
      }));
    },
    choose: (editor, range, { id }) => void editor.chain().focus().insertContentAt(range, id).run(),
  };
}

function useMentionMenu(): TypeAhead {
  const desk = useDesk().data;
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return {
    name: 'mention',
    char: '@',
    takesWords: true,
    least: 0,
    find: typed =>
      (desk?.agents ?? [])
        .filter(agent => !agent.isDisabled && agent.id !== desk?.me.id)
        .filter(({ name, email }) =>
          [
            ...plain(name)
              .split(/\s/)
              .map((_, at, all) => all.slice(at).join(' ')),
            email,
          ].some(part => part.startsWith(plain(typed.trim()))),
        )
        .map(({ id, name, email }) => ({ id, title: name, detail: email })),
    choose: (editor, range, { id, title }) =>
      void editor
        .chain()
        .focus()
        .insertContentAt(range, [
          { type: 'mention', attrs: { id, label: title } },
          { type: 'text', text: ' ' },
        ])
        .run(),
  };
}
