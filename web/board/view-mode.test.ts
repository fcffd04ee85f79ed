import { describe, expect, it } from 'vitest';
import { backFrom, modesOf, scopeIn, towards, withMode } from './view-mode.ts';

const folder = '0198a7a0-0000-7000-8000-000000000001';
const me = '0198a7a0-0000-7000-8000-000000000002';

describe('list, board and feed', () => {
  it('keep the filters on the way there and back', () => {
    const search = { q: 'frein', tag: 'x' };
    expect(towards(search, 'inbox', me)).toEqual({ q: 'frein', tag: 'x', from: undefined });
    expect(towards(search, folder, me)).toEqual({ q: 'frein', tag: 'x', from: folder, folder });
    expect(towards({}, 'mine', me)).toEqual({ from: 'mine', assignee: me });
    for (const scope of ['inbox', 'mine', 'unanswered', folder]) {
      const there = towards(search, scope, me);
      expect(scopeIn(there)).toBe(scope);
      expect(backFrom({ ...there, kinds: 'messages' }, scope, me)).toEqual(search);
    }
  });

  it('are remembered for each view; what is kept may be anything', () => {
    const modes = withMode(withMode({}, 'inbox', 'board'), folder, 'feed');
    expect(modes).toEqual({ inbox: 'board', [folder]: 'feed' });
    expect(withMode(modes, 'inbox', 'list')).toEqual({ [folder]: 'feed' });
    expect(modesOf({ 'view-modes': { inbox: 'board', x: 'nonsense' } })).toEqual({ inbox: 'board' });
    expect([modesOf({ 'view-modes': 3 }), modesOf(undefined)]).toEqual([{}, {}]);
    expect(scopeIn({ from: '../settings' })).toBe('inbox');
  });
});
