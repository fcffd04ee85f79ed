// Everything that a question finds, section by section.
import type { Reply } from '../../../contract/route.ts';
import type { Section, searchRoutes } from '../../../contract/routes/search.ts';
import { type Question, readQuestion } from '../../../contract/search/question.ts';
import { findContacts } from '../../desk/people/index.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';
import { unknownOf } from './conditions.ts';
import type { Place } from './documents.ts';
import { type FoundTickets, findTickets, mostCounted, ticketNumbered } from './find-tickets.ts';
import { fileHits, findFiles } from './search-files.ts';
import { correctionOf } from './spelling.ts';
import { ticketHits } from './ticket-hits.ts';
import { wantedBy } from './wanted.ts';

type Results = Reply<typeof searchRoutes.search>;
export interface Asked {
  q: string;
  section: Section;
  after?: string;
  limit: number;
  exact: 'yes' | 'no';
}

/** How many of each kind the overview shows. */
const inOverview = { tickets: 10, contacts: 4, files: 4 };
const mostContacts = 20;
/** So few tickets may mean that a word was mistyped. */
const few = 2;

/** One page of what was asked for. @throws Invalid for a cursor that is none of ours */
export async function searchFor(ctx: Ctx, secrets: Secrets, asked: Asked): Promise<Results> {
  const first = await resultsOf(ctx, secrets, asked);
  if (asked.after || asked.exact === 'yes' || first.counts.tickets.count > few) return first;
  const question = readQuestion(asked.q);
  const correction = await correctionOf(ctx, question);
  if (!correction) return first;
  const better = asked.q.replace(question.words, correction);
  const isNothing = Object.values(first.counts).every(({ count }) => count === 0);
  const second = await resultsOf(ctx, secrets, { ...asked, q: better });
  // Only words that lead to something within the reader's reach are told.
  if (Object.values(second.counts).every(({ count }) => count === 0)) return first;
  return isNothing ? { ...second, corrected: better } : { ...first, suggestion: better };
}

async function resultsOf(ctx: Ctx, secrets: Secrets, asked: Asked): Promise<Results> {
  const question = readQuestion(asked.q);
  const after = asked.after === undefined ? undefined : readPlace(asked.after);
  const shows = (section: Section) => asked.section === 'all' || asked.section === section;
  const most = (kind: keyof typeof inOverview) => (asked.section === 'all' ? inOverview[kind] : asked.limit);
  // A further page belongs to one section: the others were counted with the first.
  const tickets =
    after && !shows('tickets')
      ? nothing
      : await findTickets(ctx, question, { limit: most('tickets') + 1, after });
  const files =
    after && !shows('files') ? nothing : await findFiles(ctx, question, { limit: most('files') + 1, after });
  const contacts = after ? [] : await contactsFor(ctx, question, tickets.count <= few);
  const wanted = await wantedBy(ctx, question);
  const numbered = after || question.number === null ? null : await ticketNumbered(ctx, question.number);
  const page = tickets.found.slice(0, most('tickets'));
  const ids = page.map(place => place.id);
  const isApart = numbered !== null && !ids.includes(numbered);
  const inOrder = numbered === null ? ids : [numbered, ...ids.filter(id => id !== numbered)];
  const filePage = files.found.slice(0, most('files'));
  return {
    tickets: shows('tickets') ? await ticketHits(ctx, inOrder, wanted) : [],
    contacts: shows('contacts')
      ? contacts.slice(0, asked.section === 'all' ? inOverview.contacts : mostContacts)
      : [],
    files: shows('files') ? fileHits(ctx, secrets, filePage, wanted) : [],
    counts: {
      tickets: withOneMore(tickets, isApart),
      contacts: { count: contacts.length, isMore: contacts.length >= mostContacts },
      files: counted(files.count, mostCounted),
    },
    next: nextOf(asked.section, page, tickets.found, filePage, files.found),
    unknown: after ? [] : await unknownOf(ctx, question),
    corrected: null,
    suggestion: null,
  };
}

const nothing = { found: [], count: 0, isMore: false };
const counted = (count: number, most: number) => ({ count: Math.min(count, most), isMore: count > most });

/** The number of the tickets, with the one that was asked for by its number and does not hold it as a word. */
function withOneMore({ count, isMore }: FoundTickets, isApart: boolean) {
  const all = counted(count + (isApart ? 1 : 0), mostCounted);
  return { ...all, isMore: all.isMore || isMore };
}

/** Contacts by the words, or by whom the tickets are to be from. */
async function contactsFor(ctx: Ctx, question: Question, mayBeMistyped: boolean) {
  const from = question.filters.find(({ operator, isExcluded }) => operator === 'from' && !isExcluded)?.value;
  const text = question.words.replaceAll('"', '') || from;
  return text ? findContacts(ctx, text, mostContacts, mayBeMistyped) : [];
}

function nextOf(section: Section, ...[page, found, filePage, filesFound]: Place[][]): string | null {
  const [shown, all] = section === 'files' ? [filePage!, filesFound!] : [page!, found!];
  const last = shown.at(-1);
  if (!last || section === 'all' || section === 'contacts' || all.length <= shown.length) return null;
  return `${last.at.getTime()}.${last.id}`;
}

function readPlace(cursor: string): Place {
  const [at = '', id = ''] = cursor.split('.');
  if (!/^\d{1,16}$/.test(at) || !/^[0-9a-f-]{36}$/.test(id))
    throw invalid('invalid', { fields: { after: 'cursor' } });
  return { at: new Date(Number(at)), id };
}
