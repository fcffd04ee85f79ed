import { describe, expect, it } from 'vitest';
import { type FeedItem, groupsOf, merged } from './feed-groups.ts';
import { feedQuery, readFeedSearch, writeFeedSearch } from './feed-search.ts';

const item = (id: string, ticketId: string) => ({ id, ticket: { id: ticketId } }) as FeedItem;

describe('the stream', () => {
  it('QCX-10 takes in what is new by its time, and nothing twice', () => {
    const stream = merged([item('3', 'a'), item('1', 'a')], [item('2', 'b'), item('3', 'a')]);
    expect(stream.map(one => one.id)).toEqual(['3', '2', '1']);
  });

  it('keeps what happens to one ticket in a row together', () => {
    const groups = groupsOf([item('4', 'a'), item('3', 'a'), item('2', 'b'), item('1', 'a')]);
    expect(groups.map(group => [group.ticket.id, group.items.length])).toEqual([
      ['a', 2],
      ['b', 1],
      ['a', 1],
    ]);
  });
});

describe('its address', () => {
  it('is read leniently and written back', () => {
    const id = '0198a7a0-0000-7000-8000-000000000001';
    const search = readFeedSearch({ kinds: 'changes,nonsense', folder: id, by: 'x', order: 'oldest' });
    expect(search).toEqual({ team: [], folder: [id], by: [], kinds: ['changes'], order: 'oldest' });
    expect(writeFeedSearch(search)).toMatchObject({ folder: id, kinds: 'changes', order: 'oldest' });
    expect(feedQuery(search)).toEqual({
      team: undefined,
      folder: [id],
      agent: undefined,
      kinds: ['changes'],
    });
  });
});
