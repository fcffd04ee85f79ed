// Fields of the workspace's own on its contacts (LIV-06), and which values they take.
import './tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { contactField } from '../../../contract/routes/workspaces.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, invalid, isDuplicate, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';

export type ContactField = z.input<typeof contactField>;
export type FieldValues = Record<string, string | number>;

/** All fields in their order. */
export async function contactFieldsOf(ctx: Ctx): Promise<ContactField[]> {
  return ctx.tx
    .selectFrom('contact_fields')
    .select(['id', 'name', 'kind', 'choices'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** @throws Conflict name-taken, Invalid for a choice without choices */
export async function addContactField(ctx: Ctx, input: Omit<ContactField, 'id'>): Promise<ContactField> {
  const id = newId();
  const choices = fittingChoices(input.kind, input.choices);
  const position = (await contactFieldsOf(ctx)).length + 1;
  await refuseTaken(
    ctx.tx
      .insertInto('contact_fields')
      .values({ workspace_id: ctx.workspaceId, id, name: input.name, kind: input.kind, choices, position })
      .execute(),
  );
  return { id, name: input.name, kind: input.kind, choices };
}

/** Renames a field or changes its choices; its kind stays, for there may be values. @throws NotFound; as addContactField() */
export async function editContactField(
  ctx: Ctx,
  id: string,
  change: { name?: string; choices?: string[] },
): Promise<ContactField> {
  const before = (await contactFieldsOf(ctx)).find(field => field.id === id);
  if (!before) throw notFound();
  const name = change.name ?? before.name;
  const choices = change.choices ? fittingChoices(before.kind, change.choices) : before.choices;
  await refuseTaken(
    ctx.tx
      .updateTable('contact_fields')
      .set({ name, choices })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
  return { ...before, name, choices };
}

/** Removes a field and what contacts have in it. @throws NotFound */
export async function removeContactField(ctx: Ctx, id: string): Promise<void> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('contact_fields')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!numDeletedRows) throw notFound();
  await sql`update contacts set fields = fields - ${id}::text
    where workspace_id = ${ctx.workspaceId} and fields ->> ${id}::text is not null`.execute(ctx.tx);
}

/**
 * The values of a contact after a change: each as its field wants it, an empty one left out. What belongs to no field is
 * dropped. @throws Invalid with the path of each wrong value
 */
export async function changedValues(
  ctx: Ctx,
  before: FieldValues,
  change: Record<string, string | number | null>,
): Promise<FieldValues> {
  const after: FieldValues = {};
  const wrong: Record<string, string> = {};
  for (const field of await contactFieldsOf(ctx)) {
    const wanted = change[field.id];
    if (wanted === undefined) {
      const kept = before[field.id];
      if (kept !== undefined) after[field.id] = kept;
    } else if (wanted !== null && wanted !== '') {
      if (fits(field, wanted)) after[field.id] = wanted;
      else wrong[`fields.${field.id}`] = 'invalid_format';
    }
  }
  if (Object.keys(wrong).length > 0) throw invalid('invalid', { fields: wrong });
  return after;
}

function fits({ kind, choices }: ContactField, value: string | number): boolean {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string') return false;
  if (kind === 'choice') return choices.includes(value);
  return kind === 'text' || isDate(value);
}

/** Whether a text is a day of the calendar, as 2026-01-31. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function fittingChoices(kind: ContactField['kind'], choices: string[]): string[] {
  if (kind !== 'choice') return [];
  const wanted = [...new Set(choices.map(choice => choice.trim()).filter(Boolean))];
  if (wanted.length === 0) throw invalid('invalid', { fields: { choices: 'required' } });
  return wanted;
}

async function refuseTaken(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    throw isDuplicate(error, 'contact_fields_name') ? conflict('name-taken') : error;
  });
}
