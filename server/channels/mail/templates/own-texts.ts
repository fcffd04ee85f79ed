import './tables.ts';
import type { Language } from '../../../../contract/fields.ts';
import { tOver, type Values } from '../../../../contract/i18n/t.ts';
import type { Ctx } from '../../../platform/db/index.ts';

/** The texts that a workspace has written itself, by language and key. */
export type OwnTexts = Record<Language, Record<string, string>>;

/** Says a text of the catalogue, or the workspace's own in its place. */
export type Say = (key: string, values?: Values) => string;

/** All of a workspace's own texts; there are a hundred at most. */
export async function ownTexts(ctx: Ctx): Promise<OwnTexts> {
  const rows = await ctx.tx
    .selectFrom('mail_texts')
    .select(['language', 'key', 'text'])
    .where('workspace_id', '=', ctx.workspaceId)
    .execute();
  const texts: OwnTexts = { fr: {}, en: {} };
  for (const { language, key, text } of rows) texts[language][key] = text;
  return texts;
}

/** Says the texts of mails in a language. */
export function sayIn(texts: OwnTexts, language: Language): Say {
  return (key, values) => tOver(texts[language], language, key, values);
}
