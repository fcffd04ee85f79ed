import './tables.ts';
import { type Language, languages } from '../../../../contract/fields.ts';
import { t } from '../../../../contract/i18n/t.ts';
import {
  isOneLine,
  type MailTemplateKind,
  mailTemplateKinds,
  mailTemplates,
  unknownIn,
  variablesOf,
} from '../../../../contract/mail-templates.ts';
import type { Reply } from '../../../../contract/route.ts';
import type { templateRoutes } from '../../../../contract/routes/templates.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { ownTexts } from './own-texts.ts';

/** The mails with texts of the workspace's own, and how many of them are. */
export async function ownByKind(ctx: Ctx): Promise<Reply<typeof templateRoutes.list>['own']> {
  const texts = await ownTexts(ctx);
  const counts = languages.flatMap(language =>
    mailTemplateKinds.map(kind => ({
      kind,
      language,
      count: mailTemplates[kind].texts.filter(key => key in texts[language]).length,
    })),
  );
  return counts.filter(({ count }) => count > 0);
}

/** The texts of a mail in a language, with the workspace's own. */
export async function templateOf(
  ctx: Ctx,
  kind: MailTemplateKind,
  language: Language,
): Promise<Reply<typeof templateRoutes.read>> {
  const own = (await ownTexts(ctx))[language];
  const texts = mailTemplates[kind].texts.map(key => {
    const standard = t(language, key);
    return {
      key,
      variables: variablesOf(kind, standard),
      isOneLine: isOneLine(key),
      standard,
      own: own[key] ?? null,
    };
  });
  return { kind, language, texts };
}

/**
 * Sets texts of a mail; null, nothing, or the standard text itself take the standard one again.
 * @throws Invalid unknown-variable with the fields and `names`, invalid for a key of another mail or more than one line
 */
export async function saveTexts(
  ctx: Ctx,
  kind: MailTemplateKind,
  language: Language,
  given: Record<string, string | null>,
): Promise<void> {
  const problems = problemsOf(kind, language, given);
  if (problems.names.length > 0)
    throw invalid('unknown-variable', { fields: problems.fields, names: problems.names.join(', ') });
  if (Object.keys(problems.fields).length > 0) throw invalid('invalid', { fields: problems.fields });
  for (const [key, text] of Object.entries(given)) {
    const own = text && text !== t(language, key) ? text : null;
    if (own === null) {
      await ctx.tx
        .deleteFrom('mail_texts')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('language', '=', language)
        .where('key', '=', key)
        .execute();
      continue;
    }
    const change = { text: own, updated_by: ctx.actor.id, updated_at: ctx.now };
    await ctx.tx
      .insertInto('mail_texts')
      .values({ workspace_id: ctx.workspaceId, language, key, ...change })
      .onConflict(conflict => conflict.columns(['workspace_id', 'language', 'key']).doUpdateSet(change))
      .execute();
  }
}

function problemsOf(kind: MailTemplateKind, language: Language, given: Record<string, string | null>) {
  const fields: Record<string, string> = {};
  const names: string[] = [];
  for (const [key, text] of Object.entries(given)) {
    if (!mailTemplates[kind].texts.includes(key as never)) fields[`texts.${key}`] = 'invalid';
    else if (text) {
      const unknown = unknownIn(text, variablesOf(kind, t(language, key)));
      if (unknown.length > 0) fields[`texts.${key}`] = 'unknown-variable';
      else if (isOneLine(key) && /[\r\n]/.test(text)) fields[`texts.${key}`] = 'one-line';
      names.push(...unknown);
    }
  }
  return { fields, names: [...new Set(names)] };
}
