import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../data/api-error.ts';
import { contentOf, type Draft, fromServer, readDraft, type ServersDraft, type Shelf } from '../draft.ts';
import { reconcile } from './reconcile.ts';
import { openSaver, type Remote } from './saver.ts';

/** A server with one place, and a shelf that outlives pages. */
function desk() {
  const kept = new Map<string, string>();
  const shelf: Shelf = {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
  };
  let row: ServersDraft | null = null;
  let ids = 0;
  let isAway = false;
  let outcome: ApiError | null = null;
  const saves: string[] = [];
  const reach = () => {
    if (isAway) throw new ApiError(0, 'network');
    if (outcome) throw outcome;
  };
  const remoteOf = (tab: string): Remote => ({
    load: async () => {
      reach();
      return row;
    },
    save: async (draft: Draft, base) => {
      reach();
      if (!row && base > 0) throw new ApiError(409, 'draft-gone');
      if (row && row.version !== base && row.tab !== tab) throw new ApiError(409, 'draft-changed');
      saves.push(draft.html);
      const before = row ?? { id: `d${++ids}`, version: 0 };
      row = {
        id: before.id,
        version: before.version + 1,
        mode: 'reply',
        tab,
        savedAt: '',
        content: contentOf(draft),
        files: [],
        hasLostFiles: false,
        askedBy: [],
        sharedWith: [],
      };
      return row;
    },
    discard: async (_id, base) => {
      reach();
      if (row && row.version !== base && row.tab !== tab) throw new ApiError(409, 'draft-changed');
      row = null;
    },
  });
  return {
    shelf,
    saves,
    open: (tab: string) => openSaver({ shelf, key: 'k', tab, remote: remoteOf(tab), fromServer }),
    /** A tab of another browser, with a shelf of its own. */
    openElsewhere: (tab: string) =>
      openSaver({
        shelf: { ...shelf, getItem: () => null, setItem() {}, removeItem() {} },
        key: 'k',
        tab,
        remote: remoteOf(tab),
        fromServer,
      }),
    row: () => row,
    send: () => {
      row = null;
    },
    away: (is: boolean) => {
      isAway = is;
    },
    refuse: (error: ApiError | null) => {
      outcome = error;
    },
  };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving a draft', () => {
  it('is in the browser at once and on the server within a second, in few requests and in order', async () => {
    const place = desk();
    const saver = place.open('one');
    for (const html of ['<p>B</p>', '<p>Bo</p>', '<p>Bon</p>']) saver.change({ html });
    expect(readDraft(place.shelf, 'k').html).toBe('<p>Bon</p>');
    await seconds(1);
    expect(place.saves).toEqual(['<p>Bon</p>']);
    expect(saver.get()).toMatchObject({ status: 'saved', draft: { isSaved: true, server: { version: 1 } } });
  });

  it('goes on after a minute without a network, and says meanwhile where the draft is', async () => {
    const place = desk();
    const saver = place.open('one');
    place.away(true);
    saver.change({ html: '<p>a</p>' });
    await seconds(30);
    saver.change({ html: '<p>ab</p>' });
    await seconds(30);
    expect(saver.get().status).toBe('here');
    expect(place.row()).toBeNull();
    place.away(false);
    saver.retry();
    await seconds(1);
    expect(place.row()?.content.html).toBe('<p>ab</p>');
    expect(saver.get().status).toBe('saved');
  });

  it('waits while the session is over, without asking in vain, and goes on after signing in again', async () => {
    const place = desk();
    const saver = place.open('one');
    place.refuse(new ApiError(401, 'signed-out'));
    saver.change({ html: '<p>a</p>' });
    await seconds(60);
    expect(saver.get().status).toBe('here');
    place.refuse(null);
    await seconds(60);
    expect(place.row()).toBeNull();
    saver.retry();
    await seconds(1);
    expect(place.row()?.content.html).toBe('<p>a</p>');
  });

  it('says that the server will not take it, and keeps it here', async () => {
    const place = desk();
    const saver = place.open('one');
    place.refuse(new ApiError(404, 'not-found'));
    saver.change({ html: '<p>a</p>' });
    await seconds(2);
    expect(saver.get().status).toBe('refused');
    expect(readDraft(place.shelf, 'k').html).toBe('<p>a</p>');
  });

  it('survives the end of its page: the next one saves what was left, and what was thrown away stays gone', async () => {
    const place = desk();
    place.away(true);
    place.open('one').change({ html: '<p>a</p>' });
    // The page is closed.
    vi.clearAllTimers();
    place.away(false);
    const next = place.open('two');
    next.look();
    await seconds(1);
    expect(place.row()?.content.html).toBe('<p>a</p>');
    place.away(true);
    next.clear();
    await seconds(1);
    vi.clearAllTimers();
    place.away(false);
    const third = place.open('three');
    third.look();
    await seconds(2);
    expect(place.row()).toBeNull();
    expect(place.shelf.getItem('k')).toBeNull();
  });

  it('nothing is saved while a draft is being sent; what is written meanwhile is saved when it was not', async () => {
    const place = desk();
    const saver = place.open('one');
    saver.change({ html: '<p>a</p>' });
    await seconds(1);
    saver.change({ html: '<p>ab</p>' });
    let refuse = (_reason: Error) => {};
    const sent = saver.during(() => new Promise((_done, fail) => (refuse = fail)));
    await seconds(5);
    expect(place.saves).toEqual(['<p>a</p>']);
    refuse(new Error('refused'));
    await expect(sent).rejects.toThrow('refused');
    await seconds(1);
    expect(place.saves).toEqual(['<p>a</p>', '<p>ab</p>']);
    saver.change({ html: '<p>abc</p>' });
    await saver.during(async () => place.send());
    saver.clear();
    await seconds(3);
    expect(place.row()).toBeNull();
    expect(place.saves).toHaveLength(2);
  });

  it('a save that was under way when the draft was sent does not bring it back', async () => {
    const place = desk();
    const saver = place.open('one');
    saver.change({ html: '<p>a</p>' });
    await seconds(1);
    saver.change({ html: '<p>ab</p>' });
    place.send();
    saver.clear();
    await seconds(3);
    expect(place.row()).toBeNull();
    expect(saver.get().draft).toMatchObject({ html: '', server: null });
  });
});

describe('two tabs', () => {
  it('the other one follows', async () => {
    const place = desk();
    const [one, two] = [place.open('one'), place.openElsewhere('two')];
    one.change({ html: '<p>a</p>' });
    await seconds(1);
    two.look();
    await seconds(0);
    expect(two.get()).toMatchObject({ draft: { html: '<p>a</p>', isSaved: true }, revision: 1 });
    expect(two.get().draft.key).toBe(one.get().draft.key);
  });

  it('who wrote at the same time is asked, and neither choice loses the other', async () => {
    const place = desk();
    const [one, two] = [place.open('one'), place.openElsewhere('two')];
    one.change({ html: '<p>a</p>' });
    two.change({ html: '<p>b</p>' });
    await seconds(3);
    expect(two.get().conflict?.content.html).toBe('<p>a</p>');
    expect(place.row()?.content.html).toBe('<p>a</p>');
    two.keepMine();
    await seconds(1);
    expect(place.row()?.content.html).toBe('<p>b</p>');
    one.change({ html: '<p>aa</p>' });
    await seconds(3);
    one.takeTheirs();
    expect(one.get()).toMatchObject({ draft: { html: '<p>b</p>' }, removed: { html: '<p>aa</p>' } });
    one.putBack();
    await seconds(1);
    expect(place.row()?.content.html).toBe('<p>aa</p>');
  });

  it('what was sent in one is taken out of the other, to be put back', async () => {
    const place = desk();
    const saver = place.open('one');
    saver.change({ html: '<p>a</p>' });
    await seconds(1);
    place.send();
    saver.look();
    await seconds(0);
    expect(saver.get()).toMatchObject({ draft: { html: '' }, removed: { html: '<p>a</p>' } });
    saver.putBack();
    await seconds(1);
    expect(place.row()?.content.html).toBe('<p>a</p>');
  });
});

describe('what to do about a draft here and on the server', () => {
  const here = (part: Partial<Draft>) => ({ ...readDraft({ getItem: () => null } as never, ''), ...part });
  const there = (part: Partial<ServersDraft> = {}) =>
    ({
      id: 'd',
      version: 2,
      tab: 'x',
      content: { html: '<p>s</p>', fileIds: [] },
      files: [],
      ...part,
    }) as never;
  const at = (version: number) => ({ id: 'd', version });

  it.each([
    ['nothing anywhere', here({}), null, 'nothing'],
    ['only there', here({}), there(), 'adopt'],
    ['only here, never saved', here({ html: '<p>h</p>', isSaved: false }), null, 'save'],
    ['saved once, gone there', here({ html: '<p>h</p>', server: at(2) }), null, 'clear'],
    ['gone there, written on here', here({ html: '<p>h</p>', server: at(2), isSaved: false }), null, 'save'],
    ['the same in both', here({ html: '<p>s</p>', server: at(2) }), there(), 'nothing'],
    ['newer there', here({ html: '<p>h</p>', server: at(1) }), there(), 'adopt'],
    ['newer here', here({ html: '<p>h</p>', server: at(2), isSaved: false }), there(), 'save'],
    ['newer in both', here({ html: '<p>h</p>', server: at(1), isSaved: false }), there(), 'conflict'],
    ['newer in both, same words', here({ html: '<p>s</p>', isSaved: false }), there(), 'adopt'],
    ['my own lost answer', here({ html: '<p>h</p>', isSaved: false, tab: 'x' }), there(), 'save'],
    ['thrown away here', here({ server: at(2), isSaved: false }), there(), 'save'],
    ['thrown away here, newer there', here({ server: at(1), isSaved: false }), there(), 'adopt'],
  ] as const)('%s', (_name, draft, server, step) => {
    expect(reconcile(draft, server)).toBe(step);
  });
});
