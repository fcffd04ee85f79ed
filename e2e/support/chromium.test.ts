import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axe, hasChromium, openChromium, type StoryBrowser } from './chromium.ts';

const GOOD = `<main><h1>Tickets</h1><label>Search <input name="q"></label></main>`;
const pages: Record<string, string> = {
  '/good': GOOD,
  '/unlabelled': `<main><h1>Tickets</h1><input name="q"><p style="color:#ccc;background:#fff">faint</p></main>`,
  '/throws': `${GOOD}<script>setTimeout(() => { throw new Error('boom') })</script>`,
  '/logs': `${GOOD}<script>console.error('went wrong')</script>`,
  '/missing-file': `${GOOD}<img alt="" src="/nowhere.png">`,
};

describe.skipIf(!hasChromium())('the browser of a story', () => {
  let server: Server;
  let url = '';
  let browser: StoryBrowser;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const body = pages[request.url ?? ''];
      response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        body
          ? `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${body}`
          : '',
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  afterEach(() => {
    // what a test of failures has left behind is not the next one's
    try {
      browser.check();
    } catch {}
  });

  it('opens windows of the language, theme and width asked for, each with cookies of its own', async () => {
    const one = await browser.newPage({ locale: 'fr-FR', theme: 'dark', width: 390 });
    const two = await browser.newPage();
    await one.goto(`${url}/good`);
    await two.goto(`${url}/good`);
    await one.evaluate("document.cookie = 'who=one'");
    const look =
      "[navigator.language, matchMedia('(prefers-color-scheme: dark)').matches, innerWidth, document.cookie]";
    expect(await one.evaluate(look)).toEqual(['fr-FR', true, 390, 'who=one']);
    expect(await two.evaluate(look)).toEqual(['en-GB', false, 1280, '']);
    expect(() => browser.check()).not.toThrow();
  });

  it.each([
    ['/throws', /uncaught.*boom/],
    ['/logs', /console: went wrong/],
    ['/missing-file', /404/],
  ])('fails a story that opens %s', async (path, problem) => {
    const page = await browser.newPage();
    await page.goto(url + path);
    await page.waitForTimeout(200);
    expect(() => browser.check()).toThrow(problem);
    expect(() => browser.check()).not.toThrow();
  });

  it('leaves out the errors that a story provokes on purpose, and only those', async () => {
    const page = await browser.newPage({ allowed: [/404/] });
    await page.goto(`${url}/missing-file`);
    await page.waitForTimeout(200);
    expect(() => browser.check()).not.toThrow();
    await page.goto(`${url}/logs`);
    await page.waitForTimeout(200);
    expect(() => browser.check()).toThrow(/went wrong/);
  });

  it('has axe find what is wrong, and nothing on a good page', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/good`);
    expect(await axe(page)).toEqual([]);
    await page.goto(`${url}/unlabelled`);
    const findings = await axe(page);
    expect(findings.map(finding => finding.rule).sort()).toEqual(['color-contrast', 'label']);
    expect(findings.find(finding => finding.rule === 'label')?.elements[0]).toMatch(/^input/);
    expect((await axe(page, 'h1')).length).toBe(0);
  });
});
