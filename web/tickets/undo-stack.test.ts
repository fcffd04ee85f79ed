import { describe, expect, it } from 'vitest';
import { lastOf, noteUndoable, takeUndoable } from './undo-stack.ts';

describe('what can be taken back on a ticket’s page', () => {
  it('is taken back one after the other, the last first, each once', () => {
    for (const id of ['a', 'b', 'c']) noteUndoable('velo/1', id);
    expect(takeUndoable('velo/1', 'b')).toBe('b');
    expect(takeUndoable('velo/1', 'b')).toBeUndefined();
    expect([takeUndoable('velo/1'), takeUndoable('velo/1'), takeUndoable('velo/1')]).toEqual([
      'c',
      'a',
      undefined,
    ]);
    expect(lastOf('velo/2')).toBeUndefined();
  });
});
