import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/db/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { makePlace, type Place } from './browser.story.ts';
import { findContacts, starting } from './find-contacts.ts';
import { recogniseContact } from './recognise.ts';

const desk = useDesk();
let place: Place;
let other: Place;
beforeEach(async () => {
  place = await makePlace(desk);
  other = await makePlace(desk);
});

const add = (name: string, email: string | null, phone: string | null = null, at = place) =>
  at.run(ctx => recogniseContact(ctx, { name, email, phone, language: 'fr' }));
const find = async (text: string, at = place) =>
  (await at.run(ctx => findContacts(ctx, text))).map(contact => contact.name);

describe('finding a contact', () => {
  it('LIV-07 gives names that start so, then addresses, then later words, then what contains it, each by name', async () => {
    await add('Zoé Martin', 'zoe@x.example');
    await add('Amar Singh', 'a@x.example');
    await add('Karim Belkacem', 'martine@x.example');
    await add('Martin Dupont', 'md@x.example');
    await add('Luc Petit', 'luc@smart.example');
    await add('Mártha Abel', 'ma@x.example');
    expect(await find('mar')).toEqual([
      'Mártha Abel',
      'Martin Dupont',
      'Karim Belkacem',
      'Zoé Martin',
      'Amar Singh',
      'Luc Petit',
    ]);
  });

  it.each([
    ['jean pierre', 'Jean-Pierre D’Été'],
    ['JEAN-PIERRE', 'Jean-Pierre D’Été'],
    ["d'été", 'Jean-Pierre D’Été'],
    ['ete', 'Jean-Pierre D’Été'],
    ['oeuvr', 'Œuvrard'],
    ['strasse', 'Straße'],
    ['Иван', 'Иван Петров'],
    ['петр', 'Иван Петров'],
    ['李', '李小龍'],
    ['Jose\u0301', 'José'],
    ['josé', 'José'],
  ])('takes no notice of accents, case or punctuation: %j', async (text, name) => {
    for (const each of ['Jean-Pierre D’Été', 'Œuvrard', 'Straße', 'Иван Петров', '李小龍', 'José', 'Autre'])
      await add(each, null);
    expect(await find(text)).toEqual([name]);
  });

  it('finds by the new name after a correction, not by the old one', async () => {
    const { id } = await add('Ancienne', 'x@x.example');
    await place.run(ctx =>
      ctx.tx
        .updateTable('contacts')
        .set({ name: 'Nouvelle' })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('id', '=', id)
        .execute(),
    );
    expect(await find('ancienne')).toEqual([]);
    expect(await find('nouv')).toEqual(['Nouvelle']);
  });

  it('asks for addresses only where there is an @', async () => {
    await add('Anne', 'jean@anne.example');
    await add('Jean', 'autre@x.example');
    expect(await find('jean@')).toEqual(['Anne']);
    expect(await find('@anne.ex')).toEqual(['Anne']);
  });

  it('S34 takes any text as text, and any name', async () => {
    await add('a'.repeat(5000), 'long@x.example');
    await add(`${'é '.repeat(2000)}`, 'spaces@x.example');
    await add("'; drop table contacts; -- %_\\", 'odd@x.example');
    for (const text of [
      "'; drop",
      '%%%',
      '___',
      '\\',
      '\\\\%',
      '()[]{}',
      '*',
      'é'.repeat(200),
      '\u{10ffff}',
      '-- --',
    ])
      await expect(find(text)).resolves.toBeInstanceOf(Array);
    expect(await find('drop table')).toHaveLength(1);
    expect(await find('%_@')).toEqual([]);
  });
});

describe('below row-level security', () => {
  const doors = (tx: Ctx['tx']) =>
    sql<{ id: string }>`select contact_id as id from contacts_containing('roux', 'roux', 50)
      union all select contact_id from contacts_spelled_like('helene roux', 50)
      union all select contact_id from contact_words
      union all select contact_id from contact_addresses`.execute(tx);

  it('S16 S18 gives nothing of another workspace, and nothing where none is set', async () => {
    const { id } = await add('Hélène Roux', 'hr@roux.example', '06 12 34 56 78');
    for (const text of ['hel', 'roux', 'hr@', 'Helenne Rou', '0612', 'oux', ''])
      expect([await find(text), await find(text, other)]).toEqual([['Hélène Roux'], []]);
    const mine = await place.run(ctx => doors(ctx.tx));
    expect(new Set(mine.rows.map(row => row.id))).toEqual(new Set([id]));
    expect((await other.run(ctx => doors(ctx.tx))).rows).toEqual([]);
    expect((await desk.database.outside(doors)).rows).toEqual([]);
  });

  it('S18 cannot be made to write the words of another workspace', async () => {
    const { id } = await add('Hélène', 'h@x.example');
    const forged = (workspaceId: string) =>
      other.run(ctx =>
        sql`insert into contact_words values (${workspaceId}, true, 'mine', ${id})`.execute(ctx.tx),
      );
    const workspaceId = await place.run(async ctx => ctx.workspaceId);
    await expect(forged(workspaceId)).rejects.toMatchObject({ code: '42501' });
  });

  it('looks up what starts with a text in the indexes of words and addresses', async () => {
    await add('Hélène Roux', 'hr@roux.example');
    const plan = await place.run(async ctx => {
      // So few rows are read faster without an index; what may not use one is not talked into it by this.
      await sql`set local enable_seqscan = off`.execute(ctx.tx);
      await sql`set local enable_bitmapscan = off`.execute(ctx.tx);
      const lines = await sql<Record<string, string>>`explain ${starting(ctx, 'hel', 'hel')}`.execute(ctx.tx);
      return lines.rows.map(row => Object.values(row)[0]!.trim());
    });
    const conditions = plan.filter(line => /^Index Cond:.*workspace_id = /.test(line));
    expect(conditions.filter(line => /words >= .*words < /.test(line))).toHaveLength(2);
    expect(conditions.filter(line => /value.* >= .*value.* < /.test(line))).toHaveLength(1);
  });
});
