import type { Page } from 'playwright-core';

/** Reports every uncaught error, every error on the console and a crash of the page, each as one line of text. */
export function watchPage(page: Page, report: (problem: string) => void): void {
  page.on('pageerror', error => report(`${page.url()} uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => report(`${page.url()} crashed`));
  page.on('console', message => {
    if (message.type() !== 'error') return;
    const { url, lineNumber } = message.location();
    report(`${page.url()} console: ${message.text()} (${url}:${lineNumber + 1})`);
  });
}
