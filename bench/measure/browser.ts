// What an agent feels: a real browser whose processor is slowed down four times, over the built product.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Desk } from '../product/desk.ts';
import { timesOf } from '../sampling.ts';

const slowdown = 4;
const coldRounds = 7;
const steps = 20;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Measures the list from cold (a browser that has nothing of the app yet) until its first row can be opened, and the
 * step to the next ticket until its conversation is on the screen. In milliseconds of the page's own clock.
 */
export async function measureBrowser(desk: Desk): Promise<Outcome[]> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  try {
    const cold: number[] = [];
    for (let round = 0; round < coldRounds; round++) cold.push(await openList(browser, desk));
    const next = await walk(browser, desk);
    const line = (what: string, samples: number[], below: number) =>
      outcomeOf({ what, tickets: desk.tickets, unit: 'ms', ...timesOf(samples) }, { below });
    return [
      line('browser, 4 x slower: list usable from cold', cold, 1500),
      line('browser, 4 x slower: next ticket, warm', next, 200),
    ];
  } finally {
    await browser.close();
  }
}

async function openList(browser: Browser, desk: Desk): Promise<number> {
  const { context, page } = await signedIn(browser, desk);
  await page.goto(`${desk.appUrl}/inbox`);
  // Looked at in each frame; the one after that which draws the row is the first in which it can be pressed.
  const found = await page.waitForFunction(
    () => document.querySelector('[data-testid="ticket-list"] a[href*="/tickets/"]') && performance.now(),
    undefined,
    { polling: 'raf' },
  );
  const usableAt = Number(await found.jsonValue());
  await context.close();
  return usableAt;
}

async function walk(browser: Browser, desk: Desk): Promise<number[]> {
  const { context, page } = await signedIn(browser, desk);
  await page.goto(`${desk.appUrl}/unanswered`);
  await page.locator('[data-testid="ticket-list"] a[href*="/tickets/"]').first().click();
  await page.waitForURL(/\/tickets\/\d+/);
  // The editor's code and the tickets around this one are fetched when the browser has nothing else to do.
  await page.waitForLoadState('networkidle');
  const samples: number[] = [];
  for (let step = 0; step <= steps; step++) {
    await page.waitForTimeout(1_000);
    const before = new URL(page.url()).pathname;
    await page.keyboard.press('j');
    const shown = await page.waitForFunction(conversationOfAnother, before, { polling: 'raf' });
    // The first step is the one that warms.
    if (step > 0) samples.push(Number(await shown.jsonValue()));
  }
  await context.close();
  return samples;
}

/** Milliseconds since the key was pressed, once the conversation of another ticket than that of `before` is drawn. */
function conversationOfAnother(before: string): number | false {
  const isThere = location.pathname !== before && document.querySelector('[data-message]') !== null;
  return isThere && performance.now() - Number(document.documentElement.dataset.pressedAt);
}

async function signedIn(browser: Browser, desk: Desk): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  const [name, value] = desk.cookie.split('=') as [string, string];
  await context.addCookies([{ name, value, url: new URL(desk.appUrl).origin }]);
  await context.addInitScript(() =>
    addEventListener(
      'keydown',
      () => {
        document.documentElement.dataset.pressedAt = String(performance.now());
      },
      { capture: true },
    ),
  );
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { context, page };
}
