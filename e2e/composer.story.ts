// What a reply can hold, canned replies and mentions: written in the browser, looked at as it leaves the desk.
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, readKeptMail, ticketNumber, useDemo, workspace } from './support/demo.ts';

const address = 'aline@client.example';
const subject = 'Freins qui sifflent';
const video = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
/** A red square of 4 x 4, and a GIF of two frames. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg==';
const gif =
  'R0lGODlhAQABAIAAAP8AAAAA/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAQABAAACAkQBACH5BAAKAAAALAAAAAABAAEAAAICTAEAOw==';

describe.skipIf(!hasChromium())('writing', () => {
  const demo = useDemo('composer');
  let page: Page;
  let mails: Page;
  let path: string;
  const reply = () => page.getByRole('textbox', { name: fr('composer.reply.label') });
  const note = () => page.getByRole('textbox', { name: fr('composer.note.label') });
  const cards = (words: string) => page.getByRole('article').filter({ hasText: words });
  const toField = () => page.getByRole('heading', { level: 1 }).click();
  const tool = (name: string) => page.getByRole('button', { name: fr(`composer.tool.${name}`), exact: true });
  const option = (name: RegExp | string) => page.getByRole('option', { name });
  const say = (text: string) => page.keyboard.type(text);

  /** Pastes as a person would: a text, or files with their bytes in base64. */
  const paste = (what: { text?: string; files?: { name: string; type: string; base64: string }[] }) =>
    page.evaluate(({ text, files = [] }) => {
      const data = new DataTransfer();
      if (text) data.setData('text/plain', text);
      for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, what);

  /** The newest mail to the customer with these words, as it would go over the wire. */
  async function wireMail(words: string) {
    await readKeptMail(mails, demo.desk, address, words);
    const source = mails.url().replace('?', '/source?');
    const eml = await (await mails.request.get(source)).text();
    return { eml, mail: await PostalMime.parse(eml) };
  }

  beforeAll(async () => {
    [page, mails] = await Promise.all([demo.openAs('hugo'), demo.openAs('lea')]);
    const text = 'Bonjour,\nmes freins sifflent depuis la pluie.\nAline Dupuis';
    await deliver(demo.desk, { from: `Aline Dupuis <${address}>`, subject, text });
    path = `${demo.desk.url}${workspace}/tickets/${await ticketNumber(page, demo.desk, subject)}`;
    await page.goto(path);
    await page.getByText('sifflent depuis la pluie').first().waitFor();
  });

  it('LUM-18 LUM-19 LUM-20 formatting, an image, a moving GIF, a PDF and a video reach the customer', async () => {
    await page.keyboard.press('r');
    await reply().waitFor();
    await say('Voici ');
    await tool('underline').click();
    await say('le réglage');
    await tool('underline').click();
    await say(' en ');
    await tool('code').click();
    await say('5 Nm');
    await tool('code').click();
    await tool('undo').click();
    await tool('redo').click();
    await reply().locator('code', { hasText: '5 Nm' }).waitFor();
    await page.keyboard.press('Enter');
    await paste({ files: [{ name: 'etrier.png', type: 'image/png', base64: png }] });
    await reply().locator('img[alt=etrier]').waitFor();
    await page.keyboard.press('Enter');
    await paste({ files: [{ name: 'geste.gif', type: 'image/gif', base64: gif }] });
    await reply().locator('img[alt=geste]').waitFor();
    await paste({ files: [{ name: 'notice.pdf', type: 'application/pdf', base64: btoa('%PDF-1.4') }] });
    await page.getByRole('button', { name: fr('composer.file.remove', { name: 'notice.pdf' }) }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await paste({ text: 'https://youtu.be/dQw4w9WgXcQ?t=3' });
    const title = page.getByRole('textbox', { name: fr('composer.video.title') });
    await title.fill('Régler ses freins');
    await page.getByText(fr('composer.saved')).waitFor();
    expect(await axeLines(page)).toEqual([]);
    await page.reload();
    expect(await title.inputValue()).toBe('Régler ses freins');
    // What was not on the screen yet would count as newer than the reply.
    await cards('sifflent depuis la pluie').first().waitFor();
    await page.getByRole('button', { name: fr('composer.send'), exact: true }).click();

    const card = cards('le réglage');
    const link = card.getByRole('link', { name: fr('composer.video.opens', { title: 'Régler ses freins' }) });
    expect([await link.getAttribute('href'), await link.getAttribute('target')]).toEqual([video, '_blank']);
    expect(await page.locator('iframe[src*=youtube], img[src*=ytimg]').count()).toBe(0);
    expect(await axeLines(page)).toEqual([]);

    const { eml, mail } = await wireMail('le réglage');
    expect(mail.html).toContain('<u>le réglage</u>');
    expect(mail.html).toContain('<code>5 Nm</code>');
    expect(mail.html).toContain('src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg"');
    expect(mail.html).toContain(`<a href="${video}"`);
    expect(mail.html).not.toMatch(/<iframe|data-youtube/);
    expect(mail.text).toContain(`Régler ses freins\n${video}`);
    const files = mail.attachments.map(({ filename, mimeType, disposition }) => [
      filename,
      mimeType,
      disposition,
    ]);
    expect(files).toContainEqual(['etrier.png', 'image/png', 'inline']);
    expect(files).toContainEqual(['geste.gif', 'image/gif', 'inline']);
    expect(files).toContainEqual(['notice.pdf', 'application/pdf', 'attachment']);
    expect(eml.replace(/\s/g, '')).toContain(gif);
  });

  it('LUM-20 an image is shown in the text or attached, as one likes, and files keep their order', async () => {
    await toField();
    await page.keyboard.press('r');
    await say('Images');
    await paste({ files: [{ name: 'roue.png', type: 'image/png', base64: png }] });
    const image = reply().locator('img[alt=roue]');
    await image.click();
    await page.getByRole('button', { name: fr('composer.image.attach') }).click();
    await page.getByRole('button', { name: fr('composer.file.inline', { name: 'roue.png' }) }).waitFor();
    expect(await image.count()).toBe(0);
    const paper = (name: string, size: number) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.alloc(size, 'x'),
    });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: fr('composer.attach') }).click();
    const large = paper('trop.txt', 8 * 1024 * 1024 + 1);
    await (await chooser).setFiles([
      paper('un.txt', 700_000),
      large,
      paper('deux.txt', 10),
      paper('trois.txt', 5),
    ]);
    await page.getByText(fr('composer.file.too-large', { name: 'trop.txt', limit: 8 })).waitFor();
    const names = () =>
      page
        .getByRole('list', { name: fr('composer.files') })
        .locator('li > span:first-of-type')
        .allInnerTexts();
    await expect.poll(names).toEqual(['roue.png', 'un.txt', 'deux.txt', 'trois.txt']);
    await page.getByRole('button', { name: fr('composer.file.inline', { name: 'roue.png' }) }).click();
    await image.waitFor();
    await page.getByRole('button', { name: fr('composer.discard') }).click();
    expect((await reply().innerText()).trim()).toBe('');
  });

  it('LIV-19 a canned reply comes by / with the ticket’s names, and can be changed before it is sent', async () => {
    await toField();
    await page.keyboard.press('r');
    await say('/del');
    await option(/Délai de réparation/).waitFor();
    expect(await reply().getAttribute('aria-activedescendant')).toBeTruthy();
    expect(await axeLines(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await reply().getByText('Bonjour Aline,').waitFor();
    await reply().getByText('Hugo', { exact: false }).last().waitFor();
    expect(await reply().innerText()).not.toContain('{{');
    await say(' Ajouté à la main.');
    await page.keyboard.press('Control+Enter');
    await cards('Ajouté à la main.').waitFor();
    await toField();
    await page.keyboard.press('r');
    await say('/');
    await page.getByRole('listbox', { name: fr('composer.menu.canned') }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    await say(' {{ticket.subject}}');
    await reply().getByTitle(fr('composer.variable.unfilled')).waitFor();
    await page.getByRole('button', { name: fr('composer.discard') }).click();
  });

  it('LUM-19 emoji come by their French names, typed or looked for', async () => {
    await toField();
    await page.keyboard.press('r');
    await say('Bravo :fete');
    await option(/fête, anniversaire|fête/)
      .first()
      .waitFor();
    await page.keyboard.press('Tab');
    await say(' et ');
    await tool('emoji').click();
    await page.getByRole('textbox', { name: fr('composer.emoji.search') }).fill('velo');
    expect(await axeLines(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => reply().innerText()).toMatch(/Bravo 🥳 et 🚲/u);
    await page.keyboard.press('Control+Enter');
    await cards('🚲').waitFor();
    expect((await wireMail('🚲')).mail.text).toContain('Bravo 🥳 et 🚲');
  });

  it('CHP-11 a good answer becomes a canned reply, with variables where the names stood', async () => {
    const card = cards('Ajouté à la main.');
    await card.getByRole('button', { name: fr('composer.message.menu', { name: 'Hugo Martin' }) }).click();
    await page.getByRole('menuitem', { name: fr('composer.message.can') }).click();
    const dialog = page.getByRole('dialog');
    const text = dialog.getByRole('textbox', { name: fr('canned.html') });
    await text.getByText('{{customer.first_name}}').waitFor();
    await dialog.getByText('Bonjour Camille,').waitFor();
    await dialog.getByRole('textbox', { name: fr('canned.name') }).fill('Réparation, avec un mot');
    await dialog.getByRole('textbox', { name: fr('canned.shortcut') }).fill('mot');
    await text.click();
    await page.keyboard.press('Control+End');
    await say(' {{customer.age}}');
    await dialog.getByText(fr('canned.unknown', { names: '{{customer.age}}' })).waitFor();
    expect(await axeLines(page)).toEqual([]);
    await dialog.getByRole('button', { name: fr('canned.save') }).click();
    await dialog.waitFor();
    await text.click();
    await page.keyboard.press('Control+End');
    for (let left = ' {{customer.age}}'.length; left > 0; left--) await page.keyboard.press('Backspace');
    await dialog.getByRole('button', { name: fr('canned.save') }).click();
    await dialog.waitFor({ state: 'hidden' });

    // Shared: a colleague finds it, and the list tells how often the first one was used.
    const nadia = await demo.openAs('nadia', '/settings/canned');
    const row = (name: string) => nadia.getByRole('main').getByRole('listitem').filter({ hasText: name });
    await row('Réparation, avec un mot').waitFor();
    await row('Délai de réparation')
      .getByText(fr('canned.uses', { count: 1 }))
      .waitFor();
    expect(await row('Relance du fournisseur').count()).toBe(0);
    await nadia.getByRole('searchbox', { name: fr('canned.search') }).fill('xyzzy');
    await nadia.getByText(fr('canned.not-found'), { exact: true }).waitFor();
    await nadia.getByRole('button', { name: fr('canned.not-found.reset') }).click();
    expect(await axeLines(nadia)).toEqual([]);
    await nadia.context().close();
  });

  it('LUM-02 LUM-34 a note mentions a teammate, who is told by mail and finds the note', async () => {
    await toField();
    await page.keyboard.press('n');
    await note().waitFor();
    await say('Merci de rappeler, @nad');
    await option(/Nadia Kowalski/).click();
    await say('SECRET-88');
    expect(await axeLines(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await cards('SECRET-88').waitFor();
    const mail = await readKeptMail(mails, demo.desk, 'nadia@velo.example', 'vous mentionne');
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toContain('SECRET-88');
    const link = /http\S+\?message=[0-9a-f-]+/.exec(mail.text)![0];
    const nadia = await demo.openAs('nadia');
    await nadia.goto(link);
    const found = nadia.getByRole('article').filter({ hasText: 'SECRET-88' });
    await found.getByText(fr('composer.mentioned')).waitFor();
    expect(await found.getAttribute('data-linked')).toBe('true');
    expect(await axeLines(nadia)).toEqual([]);
    await nadia.context().close();
  });

  it('a message is quoted in the reply by its menu, a note never', async () => {
    await cards('SECRET-88')
      .getByRole('button', { name: fr('composer.message.menu', { name: 'Hugo Martin' }) })
      .click();
    await page.getByRole('menuitem', { name: fr('composer.message.copy-link') }).waitFor();
    expect(await page.getByRole('menuitem', { name: fr('composer.message.quote') }).count()).toBe(0);
    await page.keyboard.press('Escape');
    const first = cards('sifflent depuis la pluie').first();
    await first.getByRole('button', { name: fr('composer.message.menu', { name: 'Aline Dupuis' }) }).click();
    await page.getByRole('menuitem', { name: fr('composer.message.quote') }).click();
    await reply().locator('blockquote', { hasText: 'sifflent depuis la pluie' }).waitFor();
    await say('Dessous.');
    expect((await reply().innerText()).trim()).toMatch(/Dessous\.$/);
    await page.getByRole('button', { name: fr('composer.discard') }).click();
  });
});
