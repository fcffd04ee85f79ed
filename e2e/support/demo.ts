// What the stories of single screens share: the sample company, its agents in their browsers, mails in and out.
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { t } from '../../contract/i18n/t.ts';
import { axe, openChromium, type PageOptions, type StoryBrowser } from './chromium.ts';
import { type Desk, startDesk } from './desk.ts';
import { sendLmtp } from './lmtp.ts';

/** The sample company's address for mails, and its workspace's name in addresses. */
export const support = 'bonjour@velo.example';
export const workspace = '/w/velo-cie';

/** The French text of a key, as the screens show it. */
export const fr = (key: string, values?: Record<string, string | number>) => t('fr', key, values);

export type AgentName = 'lea' | 'hugo' | 'nadia' | 'ines' | 'tom';

export interface Demo {
  readonly desk: Desk;
  emailOf(agent: AgentName): string;
  passwordOf(agent: AgentName): string;
  /** A window of its own in which nobody is signed in, on no page yet. */
  openAsNobody(options?: PageOptions): Promise<Page>;
  /**
   * A window of its own with this agent signed in, at a path under the workspace (the inbox by default). Their replies
   * leave at once unless they keep the seconds in which Send can be undone.
   */
  openAs(agent: AgentName, path?: string, options?: PageOptions & { canUndo?: boolean }): Promise<Page>;
}

/**
 * Starts the sample company (a copy, see sample.ts) and a browser for one file of stories. After each story the pages are checked for errors;
 * a failed one leaves a screenshot of every open page in test-results, its name beginning with `name`.
 */
export function useDemo(name: string): Demo {
  let desk: Desk;
  let browser: StoryBrowser;
  const pages: Page[] = [];
  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk({ demo: true, from: inject('sample') }), openChromium()]);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await shoot(name, pages);
      writeFileSync(`test-results/${name}.log`, desk.log());
      console.log(`what the desk complained of:\n${complaints(desk.log()) || '(nothing)'}`);
    }
    browser.check();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const emailOf = (agent: AgentName) => `${agent}@velo.example`;
  const passwordOf = (agent: AgentName) => {
    const found = new RegExp(`Sign in as ${emailOf(agent)} / (\\S+)`).exec(desk.log());
    if (!found) throw new Error(`no sign-in of ${agent} in what the desk printed:\n${desk.log()}`);
    return found[1]!;
  };
  const openAsNobody = async (options: PageOptions = {}) => {
    const page = await browser.newPage({ locale: 'fr-FR', width: 1440, ...options });
    pages.push(page);
    return page;
  };
  return {
    get desk() {
      return desk;
    },
    emailOf,
    passwordOf,
    openAsNobody,
    async openAs(agent, path = '/inbox', options = {}) {
      const { canUndo = false, ...window } = options;
      const page = await openAsNobody(window);
      const data = { email: emailOf(agent), password: passwordOf(agent) };
      const answer = await page.request.post(`${desk.url}/api/session`, { data });
      if (!answer.ok()) throw new Error(`${agent} cannot sign in: ${answer.status()} ${await answer.text()}`);
      const headers = { 'x-csrf-token': (await answer.json()).csrfToken };
      await page.request.put(`${desk.url}/api${workspace}/preferences/undo-seconds`, {
        headers,
        data: { value: canUndo ? null : 0 },
      });
      await page.goto(`${desk.url}${workspace}${path}`);
      return page;
    },
  };
}

async function shoot(name: string, pages: Page[]): Promise<void> {
  mkdirSync('test-results', { recursive: true });
  for (const [index, page] of pages.entries())
    if (!page.isClosed())
      await page.screenshot({ path: `test-results/${name}-${index}.png`, timeout: 5_000 }).catch(() => {});
}

/** What axe finds, one line each; frames are left out: those of mails run no script, so axe would wait for ever. */
export async function axeLines(page: Page): Promise<string[]> {
  const findings = await axe(page);
  return findings.flatMap(({ rule, elements }) => elements.map(element => `${rule}: ${element}`));
}

/** The last warnings and errors that a desk logged (pino's levels 40 and above); the whole log is in test-results. */
function complaints(log: string): string {
  const isBad = (line: string) => /"level":[4-6]0/.test(line);
  return log.split('\n').filter(isBad).slice(-30).join('\n');
}

export interface CustomerMail {
  from: string;
  subject: string;
  text?: string;
  /** An HTML mail instead of a plain one. */
  html?: string;
  headers?: string[];
}

/** Delivers a customer's mail to the sample company by LMTP. Gives the time of the 250 in milliseconds. */
export async function deliver(desk: Desk, mail: CustomerMail): Promise<number> {
  const raw = [
    `From: ${mail.from}`,
    `To: ${support}`,
    `Subject: =?utf-8?B?${Buffer.from(mail.subject).toString('base64')}?=`,
    `Message-ID: <${crypto.randomUUID()}@client.example>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    `Content-Type: text/${mail.html === undefined ? 'plain' : 'html'}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    ...(mail.headers ?? []),
    '',
    ...(mail.html ?? mail.text ?? '').split('\n'),
    '',
  ].join('\r\n');
  const from = /<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from;
  const [answer] = await sendLmtp({ port: desk.lmtpPort }, { from, to: [support], raw });
  if (!answer?.accepted) throw new Error(`the mail was refused: ${answer?.text}`);
  return Date.now();
}

/** Waits until the ticket with exactly this subject exists, and gives its number. Asks as the page's agent. */
export async function ticketNumber(page: Page, desk: Desk, subject: string): Promise<number> {
  for (const end = Date.now() + 20_000; Date.now() < end; await page.waitForTimeout(100)) {
    const answer = await page.request.get(
      `${desk.url}/api${workspace}/tickets?view=all&sort=recent&limit=50`,
    );
    const { tickets } = (await answer.json()) as { tickets: { number: number; subject: string }[] };
    const found = tickets.find(one => one.subject === subject);
    if (found) return found.number;
  }
  throw new Error(`no ticket "${subject}" within 20 s`);
}

export interface KeptMail {
  subject: string;
  to: string;
  files: string;
  html: string;
  text: string;
  headers: string;
}

/**
 * Reads the newest mail to this recipient at /dev/mail, once there is one whose subject or text holds `words`. The page
 * must be Léa's: she is the operator of the installation.
 */
export async function readKeptMail(page: Page, desk: Desk, recipient: string, words = ''): Promise<KeptMail> {
  for (const end = Date.now() + 20_000; Date.now() < end; await page.waitForTimeout(150)) {
    const answer = await page.goto(`${desk.url}/dev/mail?workspace=velo-cie`);
    if (!answer?.ok()) throw new Error(`/dev/mail answers ${answer?.status()}`);
    const rows = page.locator('nav a.row').filter({ hasText: recipient });
    const addresses = await rows.evaluateAll(all => all.slice(0, 4).map(row => row.getAttribute('href')!));
    for (const address of addresses) {
      await page.goto(`${desk.url}${address}`);
      const mail = await openMail(page);
      if (`${mail.subject}\n${mail.text}`.includes(words)) return mail;
    }
  }
  throw new Error(`no mail to ${recipient} with "${words}" at /dev/mail within 20 s`);
}

function openMail(page: Page): Promise<KeptMail> {
  return page.locator('article').evaluate(article => {
    const terms = [...article.querySelectorAll('dt')].map(
      term => [term.textContent ?? '', term.nextElementSibling?.textContent ?? ''] as const,
    );
    const [text, headers] = [...article.querySelectorAll('pre')].map(one => one.textContent ?? '');
    return {
      subject: article.querySelector('h2')?.textContent ?? '',
      to: terms[1]?.[1] ?? '',
      files: terms[2]?.[1] ?? '',
      html: article.querySelector('iframe')?.getAttribute('srcdoc') ?? '',
      text: text ?? '',
      headers: headers ?? '',
    };
  });
}
