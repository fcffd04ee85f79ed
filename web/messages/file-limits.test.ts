import { describe, expect, it } from 'vitest';
import { judgeFiles } from './file-limits.ts';

const mega = 1024 * 1024;

describe('judgeFiles', () => {
  it('LUM-21 takes a file of 8 MB and refuses one byte more', () => {
    const exact = { name: 'a.pdf', size: 8 * mega };
    const over = { name: 'b.pdf', size: 8 * mega + 1 };
    expect(judgeFiles([exact, over], 0)).toEqual({
      accepted: [exact],
      refused: [{ name: 'b.pdf', reason: 'composer.file.too-large' }],
    });
  });

  it('D-07 refuses what would carry the message over 25 MB, and keeps taking what still fits', () => {
    const files = [
      { name: 'a', size: 8 * mega },
      { name: 'b', size: 8 * mega },
      { name: 'c', size: 2 * mega },
    ];
    const { accepted, refused } = judgeFiles(files, 14 * mega);
    expect(accepted.map(file => file.name)).toEqual(['a', 'c']);
    expect(refused).toEqual([{ name: 'b', reason: 'composer.file.too-large-together' }]);
  });

  it('refuses an empty file, which mail programs show as broken', () => {
    expect(judgeFiles([{ name: 'x', size: 0 }], 0).refused).toEqual([
      { name: 'x', reason: 'composer.file.empty' },
    ]);
  });
});
