import { describe, expect, it } from 'vitest';
import { frameAddress, heightOf } from './frame-height.ts';

describe('heightOf', () => {
  it.each([
    [{ guichetFrame: true, height: 240.4 }, 241],
    [{ guichetFrame: true, height: 1e9 }, 20_000],
    [{ guichetFrame: true, height: 20 }, 24],
    [{ guichetFrame: true, height: 16 }, undefined],
    [{ guichetFrame: true, height: -5 }, undefined],
    [{ guichetFrame: true, height: Number.NaN }, undefined],
    [{ guichetFrame: true, height: '300' }, undefined],
    [{ height: 300 }, undefined],
    ['300', undefined],
    [null, undefined],
  ])('S12 of %j is %j', (data, expected) => {
    expect(heightOf(data)).toBe(expected);
  });
});

it('frameAddress keeps what the address carries', () => {
  const look = { images: 'blocked', part: 'new', theme: 'dark', mode: 'show' } as const;
  expect(frameAddress('/api/w/v/messages/1/frame?sig=a', look)).toBe(
    '/api/w/v/messages/1/frame?sig=a&images=blocked&part=new&theme=dark&mode=show',
  );
});
