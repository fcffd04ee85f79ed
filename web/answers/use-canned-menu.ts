import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fillVariables, firstNameOf, type VariableValues } from '../../contract/canned-variables.ts';
import type { Language } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Offer, TypeAhead } from '../messages/editor/type-ahead.ts';
import { type CannedReply, cannedQuery } from './canned-query.ts';
import { findCanned, wordsOf } from './canned-search.ts';

/** What a canned reply is filled with: what is known of the ticket and its customer. */
export interface AboutTicket {
  requesterName: string;
  number: string;
  subject: string;
  language?: Language;
}

const most = 30;

/** The menu behind /: canned replies, filled in from the ticket and open to changes before they are sent (LIV-19). */
export function useCannedMenu(readTicket: () => AboutTicket): TypeAhead {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const valuesOf = useVariableValues();
  const query = cannedQuery(slug);
  // Asked for beforehand, so that the menu opens at once.
  useQuery(query);
  return {
    name: 'canned',
    char: '/',
    takesWords: true,
    least: 0,
    async find(typed) {
      try {
        const all = await client.ensureQueryData({ ...query, revalidateIfStale: true });
        const ticket = readTicket();
        const values = valuesOf(ticket);
        return findCanned(all, typed, ticket.language)
          .slice(0, most)
          .map(reply => toOffer(reply, values));
      } catch {
        return [{ id: 'failed', title: t('composer.menu.failed'), isNotice: true }];
      }
    },
    choose(editor, range, offer) {
      const reply = client.getQueryData<CannedReply[]>(query.queryKey)?.find(one => one.id === offer.id);
      if (!reply) return;
      const html = fillVariables(reply.html, valuesOf(readTicket()));
      editor.chain().focus().insertContentAt(range, inParagraph(html)).run();
      void call(routes.canned.use, { params: { id: reply.id } }).catch(() => undefined);
    },
  };
}

/** A text of one paragraph goes on in the line where the cursor stands. */
function inParagraph(html: string): string {
  const only = /^<p>((?:(?!<\/?p>).)*)<\/p>$/s.exec(html);
  return only?.[1] ?? html;
}

function toOffer(reply: CannedReply, values: VariableValues): Offer {
  const words = wordsOf(fillVariables(reply.html, values));
  return {
    id: reply.id,
    title: reply.folder ? `${reply.folder.replaceAll('/', ' › ')} › ${reply.name}` : reply.name,
    detail: words.slice(0, 120),
    mark: reply.shortcut ? `/${reply.shortcut}` : undefined,
  };
}

/** Gives what makes the values of variables for a ticket, written by me in this workspace. */
export function useVariableValues(): (ticket: AboutTicket) => VariableValues {
  const desk = useDesk().data;
  return ({ requesterName, number, subject }) => ({
    'customer.name': requesterName,
    'customer.first_name': firstNameOf(requesterName),
    'ticket.number': number,
    'ticket.subject': subject,
    'agent.name': desk?.me.name ?? '',
    'agent.first_name': firstNameOf(desk?.me.name ?? ''),
    'workspace.name': desk?.workspace.name ?? '',
  });
}
