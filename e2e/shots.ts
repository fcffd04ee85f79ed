// Screenshots of every screen with the sample company: French and English, 1440 and 390 px, light and dark.
//
//   npm run shots [-- --only inbox,ticket] [--looks fr-390-light,en-1440-dark] [--out FOLDER]
//
// Writes PNG files to test-results/shots and prints what axe finds and which screens scroll sideways.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { settle } from './screens/acts.ts';
import { type Screen, screensOf } from './screens/screens.ts';
import { axe, openChromium } from './support/chromium.ts';
import { startDesk } from './support/desk.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    looks: { type: 'string' },
    out: { type: 'string', default: 'test-results/shots' },
  },
});
const only = values.only?.split(',');
const looks = values.looks?.split(',');
mkdirSync(values.out, { recursive: true });

const desk = await startDesk({ demo: true });
const fresh = await startDesk();
const browser = await openChromium();
let findings = 0;
try {
  const signIn = /(\S+@\S+) \/ (\S+)/.exec(desk.log());
  if (!signIn) throw new Error(`no sign-in in what the desk printed:\n${desk.log()}`);
  const [, email, password] = signIn as unknown as [string, string, string];
  for (const locale of ['fr-FR', 'en-GB'] as const) {
    for (const width of [1440, 390]) {
      for (const theme of ['light', 'dark'] as const) {
        const mark = `${locale.slice(0, 2)}-${width}-${theme}`;
        if (looks && !looks.includes(mark)) continue;
        const page = await browser.newPage({
          locale,
          width,
          theme,
          allowed: [/401|Failed to load resource/],
        });
        await shoot(page, mark, { name: 'setup', path: fresh.setupLink! });
        await shoot(page, mark, { name: 'sign-in', path: `${desk.url}/sign-in` });
        await shoot(page, mark, { name: 'forgot', path: `${desk.url}/forgot` });
        const slug = await enter(page, email, password, locale.slice(0, 2) as 'fr' | 'en');
        for (const screen of screensOf({ desk, browser, slug }))
          await shoot(page, mark, { ...screen, path: `${desk.url}${screen.path}` });
        await page.context().close();
      }
    }
  }
} finally {
  await browser.close().catch(error => console.log(String(error)));
  await desk.stop();
  await fresh.stop();
}
console.log(`${findings} findings`);
process.exit(findings > 0 ? 1 : 0);

/** Signs in over the API, sets the language of the agent, and gives the workspace's name in addresses. */
async function enter(page: Page, email: string, password: string, language: 'fr' | 'en'): Promise<string> {
  const session = await (
    await page.request.post(`${desk.url}/api/session`, { data: { email, password } })
  ).json();
  const { slug } = session.workspaces[0];
  const headers = { 'x-csrf-token': session.csrfToken };
  await page.request.patch(`${desk.url}/api/w/${slug}/profile`, { data: { language }, headers });
  return slug;
}

async function shoot(page: Page, mark: string, screen: Screen): Promise<void> {
  if (only && !only.includes(screen.name)) {
    if (screen.name === 'sign-in') await page.goto(screen.path);
    return;
  }
  const problems: string[] = [];
  // Nothing that the screen before had answered in the server's stead.
  await page.unrouteAll();
  await page.goto(screen.path);
  await settle(page);
  // One screen that cannot be reached does not cost the pictures of the others.
  await screen.act?.(page).catch(error => problems.push(String(error)));
  await settle(page);
  await page.screenshot({ path: join(values.out, `${screen.name}.${mark}.png`) });
  for (const finding of await axe(page)) problems.push(`${finding.rule}: ${finding.elements.join('; ')}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) problems.push(`scrolls sideways by ${overflow} px`);
  findings += problems.length;
  console.log(`${screen.name} ${mark}${problems.length ? `\n  ${problems.join('\n  ')}` : ''}`);
}
