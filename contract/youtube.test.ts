import { describe, expect, it } from 'vitest';
import { youtubeIdOf } from './youtube.ts';

describe('youtubeIdOf', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    [' https://youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=42s ', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', 'dQw4w9WgXcQ'],
    ['youtu.be/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/shorts/a_b-c1234Z9', 'a_b-c1234Z9'],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://m.youtube.com/live/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/@velo', null],
    ['https://www.youtube.com/watch?v=short', null],
    ['https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ', null],
    ['https://evil.example/?u=https://youtu.be/dQw4w9WgXcQ', null],
    ['javascript://youtube.com/watch?v=dQw4w9WgXcQ', null],
    ['voir https://youtu.be/dQw4w9WgXcQ', null],
    ['', null],
  ])('LUM-19 finds in %j the video %j', (text, id) => {
    expect(youtubeIdOf(text)).toBe(id);
  });
});
