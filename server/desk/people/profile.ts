import './tables.ts';
import sanitizeHtml from 'sanitize-html';
import type { Language } from '../../../contract/fields.ts';
import type { Ctx, Database } from '../../platform/db/index.ts';
import { agentById, profileOf } from './agents.ts';
import { forgetPerson } from './door-memory.ts';
import type { NotificationPreferences, Theme } from './tables.ts';

export interface ProfileChange {
  name?: string;
  language?: Language;
  theme?: Theme;
  signatureHtml?: string;
  notifications?: NotificationPreferences;
}

/** Changes the acting agent's own settings in this workspace. Gives the profile. */
export async function editProfile(database: Database, ctx: Ctx, change: ProfileChange) {
  const agent = await agentById(ctx, ctx.actor.id!);
  const signature = change.signatureHtml;
  await ctx.tx
    .updateTable('agents')
    .set({
      name: change.name ?? agent.name,
      language: change.language ?? agent.language,
      theme: change.theme ?? agent.theme,
      signature_html: signature === undefined ? agent.signatureHtml : cleanSignature(signature),
      notifications: JSON.stringify(change.notifications ?? agent.notifications),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', agent.id)
    .execute();
  forgetPerson(database, agent.identityId);
  return profileOf(ctx, agent.id);
}

/** What may stand in a signature, which goes out with every reply: plain text formatting and links. */
export function cleanSignature(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'a', 'ul', 'ol', 'li'],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nestingLimit: 20,
  }).trim();
}
