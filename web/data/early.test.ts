import { describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { pageSize } from '../tickets/list-pages.ts';
import { listQuery, plainSearch } from '../tickets/list-search.ts';
import { addressOf } from './address.ts';
import { earlyQuestions } from './early.ts';

const workspace = { params: { workspace: 'acme' } };
const rowsOf = (...asked: Parameters<typeof listQuery>) =>
  addressOf(routes.tickets.list, { ...workspace, query: { ...listQuery(...asked), limit: pageSize } });
const always = [
  addressOf(routes.workspaces.desk, workspace),
  addressOf(routes.tickets.counts, workspace),
  addressOf(routes.session.current, {}),
];

describe('what is asked before the app is there', () => {
  it.each(['inbox', 'unanswered', 'on-hold'] as const)('is what the list of %s asks', view => {
    expect(earlyQuestions(`/w/acme/${view}`, '')).toEqual([...always, rowsOf(view, plainSearch)]);
  });

  it('is what a folder asks', () => {
    const id = '0193a0b0-0000-7000-8000-000000000001';
    const rows = rowsOf('inbox', plainSearch, id);
    expect(earlyQuestions(`/w/acme/folders/${id}`, '')).toEqual([...always, rows]);
  });

  it('is what a ticket asks', () => {
    const of = { params: { ...workspace.params, ticket: '7' } };
    const { tickets, messages } = routes;
    const asked = [tickets.get, messages.list, tickets.history].map(route => addressOf(route, of));
    expect(earlyQuestions('/w/acme/tickets/7/history', '?message=x')).toEqual([...always, ...asked]);
  });

  it('is no list where filters narrow it, and nothing outside a workspace', () => {
    expect(earlyQuestions('/w/acme/inbox', '?status=new')).toEqual(always);
    expect(earlyQuestions('/w/acme/tickets/new', '')).toEqual(always);
    expect(earlyQuestions('/sign-in', '')).toEqual([]);
  });
});
