import { beforeAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { cleanRichText, cleanTemplate, mentionedIn } from './rich-text.ts';
import { textOf } from './text.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

const clean = (html: string) =>
  world.velo.run(world.lea, async ctx => cleanRichText(ctx, desk.secrets, html));
const id = 'dQw4w9WgXcQ';
const card = `<a data-youtube="${id}" href="https://www.youtube.com/watch?v=${id}" target="_blank" rel="noopener noreferrer">`;

describe('what an agent may write', () => {
  it('LUM-18 keeps underline, code and dividers', async () => {
    const html = '<p><u>a</u> <code>b</code></p><hr /><pre><code>c</code></pre>';
    expect(await clean(html)).toBe(html);
  });

  it.each([
    [
      'keeps the card of a video',
      `<a data-youtube="${id}" href="https://youtu.be/${id}">Freins</a>`,
      `${card}Freins</a>`,
    ],
    [
      'lets no card lead elsewhere',
      `<a data-youtube="${id}" href="https://evil.example/" onclick="x()">Freins</a>`,
      `${card}Freins</a>`,
    ],
    [
      'lets no card run anything',
      `<a data-youtube="${id}" href="javascript:x()">Freins</a>`,
      `${card}Freins</a>`,
    ],
    [
      'takes an id that is none for an ordinary link',
      '<a data-youtube="&quot;><img src=x>" href="https://velo.example">a</a>',
      '<a href="https://velo.example" target="_blank" rel="noopener noreferrer">a</a>',
    ],
    [
      'takes an id of another length for no video',
      `<a data-youtube="${id}x" href="https://velo.example">a</a>`,
      '<a href="https://velo.example" target="_blank" rel="noopener noreferrer">a</a>',
    ],
    [
      'embeds nothing',
      `<iframe src="https://www.youtube.com/embed/${id}"></iframe><video src="x"></video><p data-youtube="${id}">a</p>`,
      '<p>a</p>',
    ],
  ])('LUM-19 S12 %s', async (_what, html, expected) => {
    expect(await clean(html)).toBe(expected);
  });

  it('LUM-19 the text of a card is its title and its address', () => {
    const address = `https://www.youtube.com/watch?v=${id}`;
    expect(textOf(`<p>Voyez</p>${card}Régler vos freins</a><p>Merci</p>`)).toBe(
      `Voyez\n\nRégler vos freins\n${address}\n\nMerci`,
    );
  });

  it('S12 a mention is an id and words, nothing else', async () => {
    const mention = `<span data-mention="${world.nina}">@Nina</span>`;
    expect(await clean(`<p>${mention}</p>`)).toBe(`<p>${mention}</p>`);
    expect(await clean('<p><span data-mention="x" style="color:red">@Nina</span></p>')).toBe('<p>@Nina</p>');
    expect(await clean('<p><span class="x">a</span></p>')).toBe('<p>a</p>');
    expect(mentionedIn(`<p>${mention} ${mention} <span data-mention="x">y</span></p>`)).toEqual([world.nina]);
  });

  it('LIV-19 a text for use without a ticket carries no image', async () => {
    const html = '<p>a<img src="cid:01234567-89ab-7def-8123-456789abcdef" alt="x">b</p>';
    const kept = await world.velo.run(world.lea, async ctx => cleanTemplate(ctx, desk.secrets, html));
    expect(kept).toBe('<p>ab</p>');
  });
});
