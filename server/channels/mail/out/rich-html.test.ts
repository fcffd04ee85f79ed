import { describe, expect, it } from 'vitest';
import { richHtml } from './rich-html.ts';

const id = 'dQw4w9WgXcQ';
const address = `https://www.youtube.com/watch?v=${id}`;
const card = (title: string) =>
  `<a data-youtube="${id}" href="${address}" target="_blank" rel="noopener noreferrer">${title}</a>`;

describe('an agent’s rich text in a mail', () => {
  it('LUM-19 a video is a picture that leads to it, its title and its address', () => {
    const html = richHtml(`<p>a</p>${card('Régler &amp; graisser')}<p>b</p>`, 'fr');
    expect(html).toMatch(/^<p>a<\/p><table .*<\/table><p>b<\/p>$/);
    expect(html).toContain(
      `<img src="https://i.ytimg.com/vi/${id}/hqdefault.jpg" alt="Voir la vidéo\u00a0: Régler &amp; graisser"`,
    );
    expect(html.match(new RegExp(`<a href="${address.replace('?', '\\?')}"`, 'g'))).toHaveLength(2);
    expect(html).toContain('<strong>Régler &amp; graisser</strong>');
    expect(html).toContain(`>${address}</a>`);
    expect(html).not.toMatch(/iframe|data-youtube/);
  });

  it('LUM-19 without a title it is named as what it is; quotes in one stay within the description', () => {
    expect(richHtml(card(''), 'en')).toContain('alt="Watch the video: YouTube video"');
    expect(richHtml(card('a "b" <em>c</em>'), 'en')).toContain('alt="Watch the video: a &quot;b&quot; c"');
  });

  it('LUM-34 the id of a teammate does not leave the desk', () => {
    expect(
      richHtml('<p><span data-mention="01234567-89ab-7def-8123-456789abcdef">@Nina</span> x</p>', 'fr'),
    ).toBe('<p>@Nina x</p>');
  });

  it('leaves other links and everything else alone', () => {
    const html = '<p><a href="https://velo.example" target="_blank">a</a></p>';
    expect(richHtml(html, 'fr')).toBe(html);
  });
});
