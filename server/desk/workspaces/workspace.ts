import './tables.ts';
import { type Language, languages } from '../../../contract/fields.ts';
import { t } from '../../../contract/i18n/t.ts';
import { type Ctx, type Database, type Db, systemActor } from '../../platform/db/index.ts';
import { conflict, invalid, isDuplicate, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { addFirstTypes } from './types.ts';

export interface NewWorkspace {
  name: string;
  language: Language;
  brandColour: string;
  timeZone?: string;
}

/**
 * Makes a workspace with its general inbox and its place in the directory. Gives its id and its name in addresses.
 * `alsoDo` runs in the same transaction, for what must exist together with it.
 */
export async function makeWorkspace(
  database: Database,
  input: NewWorkspace,
  alsoDo: (ctx: Ctx, workspace: { id: string; slug: string }) => Promise<void> = async () => {},
): Promise<{ id: string; slug: string }> {
  const base = slugOf(input.name);
  for (let attempt = 0; attempt < 50; attempt++) {
    const slug = attempt === 0 ? base : `${base}-${attempt + 1}`;
    try {
      return await database.run(
        { workspaceId: newId(), actor: systemActor('setup'), language: input.language },
        async ctx => {
          const workspace = { id: ctx.workspaceId, slug };
          await insertWorkspace(ctx, slug, input);
          await alsoDo(ctx, workspace);
          return workspace;
        },
      );
    } catch (error) {
      if (!isDuplicate(error, 'directory_pkey')) throw error;
    }
  }
  throw conflict('name-taken');
}

async function insertWorkspace(ctx: Ctx, slug: string, input: NewWorkspace): Promise<void> {
  const workspace_id = ctx.workspaceId;
  await ctx.tx
    .insertInto('directory')
    .values({ kind: 'slug', key: slug, workspace_id, target_id: null })
    .execute();
  const { name, language } = input;
  await ctx.tx
    .insertInto('workspaces')
    .values({
      workspace_id,
      slug,
      name,
      language,
      brand_colour: input.brandColour,
      time_zone: input.timeZone,
    })
    .execute();
  await ctx.tx
    .insertInto('folders')
    .values({ workspace_id, id: newId(), name: t(language, 'folder.general'), is_default: true })
    .execute();
  await addFirstTypes(ctx, language);
  await ctx.tx.insertInto('counters').values({ workspace_id, name: 'ticket', value: 0 }).execute();
}

/** A name for addresses: letters and digits without accents, joined by hyphens. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/[̀-ͯ]/g, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 36)
      .replace(/-+$/, '') || 'desk'
  );
}

/** The id of the workspace with this name in addresses, or null. */
export async function findWorkspace(tx: Db, slug: string): Promise<string | null> {
  const row = await tx
    .selectFrom('directory')
    .select('workspace_id')
    .where('kind', '=', 'slug')
    .where('key', '=', slug)
    .executeTakeFirst();
  return row?.workspace_id ?? null;
}

/** The ids of all workspaces of the installation, for the clock and the mail fetcher. */
export async function allWorkspaceIds(database: Database): Promise<string[]> {
  const rows = await database.outside(tx =>
    tx.selectFrom('directory').select('workspace_id').where('kind', '=', 'slug').execute(),
  );
  return rows.map(row => row.workspace_id);
}

/** The workspace at hand, in the shape of the contract. */
export async function workspaceOf(ctx: Ctx) {
  const row = await ctx.tx
    .selectFrom('workspaces')
    .select([
      'workspace_id as id',
      'slug',
      'name',
      'language',
      'brand_colour as brandColour',
      'time_zone as timeZone',
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Changes name, language, colour or time zone. @throws Invalid for an unknown zone */
export async function editWorkspace(ctx: Ctx, change: Partial<NewWorkspace>) {
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone))
    throw invalid('invalid', { fields: { timeZone: 'unknown' } });
  if (change.language && !languages.includes(change.language))
    throw invalid('invalid', { fields: { language: 'unknown' } });
  const { name, language, brandColour: brand_colour, timeZone: time_zone } = change;
  const values = Object.fromEntries(
    Object.entries({ name, language, brand_colour, time_zone }).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(values).length > 0) {
    await ctx.tx.updateTable('workspaces').set(values).where('workspace_id', '=', ctx.workspaceId).execute();
  }
  return workspaceOf(ctx);
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Notes that something changed which every screen of the workspace shows. */
export async function markChanged(ctx: Ctx): Promise<void> {
  await ctx.tx
    .updateTable('workspaces')
    .set({ changed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .execute();
}

/** When that was last, as a text to compare. */
export async function changedAt(ctx: Ctx): Promise<string> {
  const row = await ctx.tx
    .selectFrom('workspaces')
    .select('changed_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  return row?.changed_at.toISOString() ?? '';
}
