// `npm start -- --demo`: the product with a sample company in it.
import { closeFirstRun, ensureSetupToken, hashPassword } from '../desk/people/index.ts';
import { findWorkspace, makeWorkspace } from '../desk/workspaces/index.ts';
import type { Platform } from '../platform/index.ts';
import { keepCanned } from './canned.ts';
import { makeCast } from './cast.ts';
import { agentKeys, agents, company } from './company.ts';
import { keptPasswords, passwordFile, readPasswords } from './kept-passwords.ts';
import { momentOf } from './moments.ts';
import { play } from './play.ts';
import { removeFiles, storeFiles } from './stored-files.ts';
import { stories } from './stories/index.ts';

const emails = agentKeys.map(key => agents[key].email);

/**
 * Makes the sample company on the first start; later starts change nothing. Gives the lines to print: a sign-in for each
 * agent. The installation then counts as set up, with the company's administrator as its operator.
 */
export async function openDemo(platform: Platform): Promise<string[]> {
  if (!(await isThere(platform))) await makeDemo(platform);
  const passwords = await readPasswords(platform.config.dataDir);
  return [
    `The sample company is ${company.name}. Its passwords are kept in ${passwordFile(platform.config.dataDir)}`,
    ...emails.map(
      email => `Sign in as ${email} / ${passwords.get(email) ?? '(its password is not kept here)'}`,
    ),
  ];
}

function isThere({ database }: Platform): Promise<boolean> {
  return database.outside(async tx => (await findWorkspace(tx, company.slug)) !== null);
}

/** All of it in one transaction: a start that is interrupted leaves nothing half made. */
async function makeDemo(platform: Platform): Promise<void> {
  const { database, secrets, storage, config } = platform;
  const hashes = await hashesOf(await keptPasswords(config.dataDir, emails));
  await ensureSetupToken(platform);
  const now = database.now();
  const stored = await storeFiles(storage, stories, now);
  const oldestFirst = stories.toSorted(
    (a, b) => momentOf(a.turns[0].ago, now).getTime() - momentOf(b.turns[0].ago, now).getTime(),
  );
  try {
    await makeWorkspace(database, company, async ctx => {
      const isFirst = await closeFirstRun(ctx.tx, ctx.now);
      const cast = await makeCast(ctx, secrets, hashes, isFirst);
      await keepCanned(ctx, secrets, cast.agentIds);
      for (const story of oldestFirst) await play(ctx, { cast, secrets, stored, now }, story);
    });
  } catch (error) {
    await removeFiles(storage, stored);
    // Another process that started at the same moment was quicker.
    if (!(await isThere(platform))) throw error;
  }
}

async function hashesOf(passwords: Map<string, string>): Promise<Map<string, string>> {
  const pairs = [...passwords].map(
    async ([email, password]) => [email, await hashPassword(password)] as const,
  );
  return new Map(await Promise.all(pairs));
}
