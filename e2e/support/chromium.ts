import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { watchPage } from './page-problems.ts';

export { type AxeFinding, axe } from './axe.ts';

const BINARY = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const HEIGHT = 900;

export type PageOptions = {
  locale?: 'fr-FR' | 'en-GB';
  theme?: 'light' | 'dark';
  /** Width of the window in CSS pixels, 1280 by default. */
  width?: number;
  /** Console errors that the story provokes on purpose, such as the 401 of a wrong password. */
  allowed?: RegExp[];
};

export type StoryBrowser = {
  /** Opens a window with cookies and storage of its own, as another person at another desk would have it. */
  newPage(options?: PageOptions): Promise<Page>;
  /** Throws when any page has had an uncaught error or written an error to its console since the last check. */
  check(): void;
  /** Closes the browser, then checks. */
  close(): Promise<void>;
};

/** Whether Debian's Chromium is installed here; without it, browser stories are left out. */
export function hasChromium(): boolean {
  return existsSync(BINARY);
}

/** Starts Chromium with a fresh user data folder. Call `check()` after each story and `close()` at the end. */
export async function openChromium(): Promise<StoryBrowser> {
  const browser = await chromium.launch({ executablePath: BINARY, args: FLAGS });
  const problems: string[] = [];
  const check = () => {
    const found = problems.splice(0);
    if (found.length > 0) throw new Error(`errors in the browser:\n${found.join('\n')}`);
  };
  return {
    check,
    newPage: options => newPage(browser, problems, options),
    async close() {
      await browser.close();
      check();
    },
  };
}

async function newPage(browser: Browser, problems: string[], options: PageOptions = {}): Promise<Page> {
  const { locale = 'en-GB', theme = 'light', width = 1280, allowed = [] } = options;
  const context = await browser.newContext({
    locale,
    colorScheme: theme,
    viewport: { width, height: HEIGHT },
    timezoneId: 'Europe/Paris',
    // a page that moves while axe or a screenshot looks at it gives another result each time
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  context.on('page', page =>
    watchPage(page, problem => allowed.some(each => each.test(problem)) || problems.push(problem)),
  );
  return context.newPage();
}
