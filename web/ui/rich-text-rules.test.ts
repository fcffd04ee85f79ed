import { describe, expect, it } from 'vitest';
import { attributesOf, elementOf, videoOf } from './rich-text-rules.ts';

const attributes = (name: string, values: Record<string, string>) =>
  attributesOf(name, attribute => values[attribute] ?? null);

describe('what of a rich text may be shown', () => {
  it.each([
    ['p', 'p'],
    ['b', 'strong'],
    ['table', 'unwrap'],
    ['font', 'unwrap'],
    ['script', 'drop'],
    ['style', 'drop'],
    ['svg', 'drop'],
    ['iframe', 'drop'],
  ])('%s becomes %s', (name, expected) => {
    expect(elementOf(name)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    'vbscript:x',
    '/x',
    '',
  ])('a link to "%s" is no link', href => {
    expect(attributes('a', { href })).toBeNull();
  });

  it('a link opens elsewhere and tells nothing of us', () => {
    expect(attributes('a', { href: 'https://example.org/', onclick: 'x()', style: 'x' })).toEqual({
      href: 'https://example.org/',
      target: '_blank',
      rel: 'noopener noreferrer',
    });
  });

  it.each([
    'https://tracker.example/x.png',
    '//x.example/y.png',
    'data:image/svg+xml;base64,AA==',
    '/api/session',
  ])('an image from "%s" is not loaded', src => {
    expect(attributes('img', { src })).toBeNull();
  });

  it.each([
    '/files/0198?signature=a-b_c&until=17',
    'data:image/png;base64,iVBORw0KGgo=',
  ])('an image from %s is shown', src => {
    expect(attributes('img', { src, alt: 'x', onerror: 'y()' })).toEqual({
      src,
      alt: 'x',
      loading: 'lazy',
    });
  });

  it('LUM-19 only a link with a proper id is the card of a video', () => {
    expect(videoOf('a', 'dQw4w9WgXcQ')).toBe('dQw4w9WgXcQ');
    expect([videoOf('p', 'dQw4w9WgXcQ'), videoOf('a', '"><script>'), videoOf('a', null)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('a mention is an id and nothing else', () => {
    const id = '01234567-89ab-7def-8123-456789abcdef';
    expect(attributes('span', { 'data-mention': id, style: 'x' })).toEqual({ 'data-mention': id });
    expect(attributes('span', { 'data-mention': 'x y' })).toEqual({});
  });

  it('no other attribute passes', () => {
    expect(attributes('p', { style: 'position:fixed', onclick: 'x()', id: 'root' })).toEqual({});
  });
});
