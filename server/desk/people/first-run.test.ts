import { expect, it } from 'vitest';
import { useDesk } from '../../testing/desk.ts';
import { refusalOf, useApp } from './browser.story.ts';
import { ensureSetupToken } from './first-run.ts';

const desk = useDesk();
const { browser } = useApp(desk);

const run = (token: string) => ({
  token,
  workspaceName: 'Vélos du Canal',
  language: 'fr',
  brandColour: '#225577',
  name: 'Ada',
  email: 'Ada@Canal.example',
  password: 'correct horse battery',
});

it('S21 S28 the first run is done once, by the holder of the token, whoever else tries at the same moment', async () => {
  const token = (await ensureSetupToken(desk))!;
  expect(await ensureSetupToken(desk)).toBe(token);
  const kept = await desk.database.outside(tx => tx.selectFrom('installation').select('value').execute());
  expect(JSON.stringify(kept)).not.toContain(token);
  expect((await browser().call('GET', '/installation')).body).toEqual({
    needsSetup: true,
    keepsMail: true,
    version: '1.2.3',
  });

  const guess = await browser().call('POST', '/setup', run(`${token.slice(0, -4)}AAAA`));
  expect(refusalOf(guess)).toEqual({ status: 422, error: 'link-expired', facts: {} });
  const short = await browser().call('POST', '/setup', run(token.slice(0, 24)));
  expect(short.status).toBe(422);

  const browsers = [browser(), browser(), browser()];
  const answers = await Promise.all(browsers.map(each => each.call('POST', '/setup', run(token))));
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409, 409]);
  const winner = browsers[answers.findIndex(answer => answer.status === 200)]!;
  const { body } = await winner.call('GET', '/session');
  expect(body.person).toMatchObject({ name: 'Ada', email: 'ada@canal.example', isOperator: true });
  expect(body.workspaces).toEqual([
    { slug: 'velos-du-canal', name: 'Vélos du Canal', brandColour: '#225577', role: 'administrator' },
  ]);

  const places = await desk.database.outside(tx => tx.selectFrom('directory').select('key').execute());
  expect(places).toHaveLength(1);
  expect(await ensureSetupToken(desk)).toBeNull();
  expect((await browser().call('GET', '/installation')).body.needsSetup).toBe(false);
  const late = await browser().call('POST', '/setup', run(token));
  expect(refusalOf(late)).toMatchObject({ status: 409, error: 'already-set-up' });
});
