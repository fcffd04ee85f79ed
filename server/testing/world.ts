// One named story for tests: two companies on one installation that must never see each other.
//   Vélo & Cie (French): Léa, administrator; Karim and Nina, agents. Customers: Anne Martin, John Smith.
//   Acme (English): Bob, administrator.

import { sql } from 'kysely';
import { type Incoming, receive } from '../desk/messages/index.ts';
import { addAgent, hashPassword } from '../desk/people/index.ts';
import { makeWorkspace } from '../desk/workspaces/index.ts';
import type { Ctx, Scope } from '../platform/db/index.ts';
import { newId } from '../platform/ids/index.ts';
import type { TestDesk } from './desk.ts';

export const password = 'correct horse battery';

export interface Company {
  id: string;
  slug: string;
  /** Runs work as an agent, or as Guichet itself without one. */
  run<T>(agentId: string | null, work: (ctx: Ctx) => Promise<T>): Promise<T>;
}

export interface World {
  velo: Company;
  acme: Company;
  lea: string;
  karim: string;
  nina: string;
  bob: string;
}

/** Makes the two companies and their agents. Everybody's password is `password`. */
export async function makeWorld(desk: TestDesk): Promise<World> {
  const passwordHash = await hashPassword(password);
  const make = async (
    name: string,
    language: 'fr' | 'en',
    people: Record<string, 'administrator' | 'agent'>,
  ) => {
    const ids: Record<string, string> = {};
    const workspace = await makeWorkspace(
      desk.database,
      { name, language, brandColour: '#0b7285' },
      async ctx => {
        for (const [who, role] of Object.entries(people)) {
          const email = `${who.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()}@${name === 'Acme' ? 'acme' : 'velo'}.example`;
          ids[who] = await addAgent(ctx, { name: who, email, role, language, passwordHash });
        }
      },
    );
    const run: Company['run'] = (agentId, work) => {
      const actor: Scope['actor'] = agentId
        ? { type: 'agent', id: agentId, via: 'app' }
        : { type: 'system', id: null, via: 'test' };
      return desk.database.run({ workspaceId: workspace.id, actor, language }, work);
    };
    return { company: { ...workspace, run }, ids };
  };
  const velo = await make('Vélo & Cie', 'fr', { Léa: 'administrator', Karim: 'agent', Nina: 'agent' });
  const acme = await make('Acme', 'en', { Bob: 'administrator' });
  return {
    velo: velo.company,
    acme: acme.company,
    lea: velo.ids.Léa!,
    karim: velo.ids.Karim!,
    nina: velo.ids.Nina!,
    bob: acme.ids.Bob!,
  };
}

/** A customer's message as a channel would hand it in. */
export function incoming(change: Partial<Incoming> = {}): Incoming {
  return {
    channel: 'mail',
    mailboxId: null,
    folderId: null,
    teamId: null,
    language: 'fr',
    sender: { name: 'Anne Martin', email: 'anne@client.example' },
    subject: 'Mon vélo grince',
    text: 'Bonjour, mon vélo grince depuis hier.',
    quotedText: '',
    html: null,
    newHtml: null,
    hasRemoteImages: false,
    recipients: { to: ['support@velo.example'], cc: [] },
    messageId: null,
    notices: [],
    calendar: null,
    files: [],
    joins: null,
    hint: null,
    at: new Date(),
    ...change,
  };
}

/** Opens a ticket by a customer's mail. Gives its id and number. */
export function openByMail(company: Company, change: Partial<Incoming> = {}) {
  return company.run(null, ctx => receive(ctx, incoming(change)));
}

/** A mail that was set aside as spam. Gives its id. */
export function asideMail(company: Company, subject = 'Gagnez un vélo'): Promise<string> {
  const id = newId();
  const raw = Buffer.from(`From: spam@evil.example\r\nSubject: ${subject}\r\n\r\nCliquez ici.\r\n`);
  const arrival = {
    how: 'aside',
    from: { name: 'Spam', address: 'spam@evil.example' },
    subject,
    claims: [],
    proof: { checkedBy: 'nobody', by: null, spf: null, dkim: [], dmarc: null, verdict: 'unknown' },
    acknowledgement: null,
    machine: null,
    notices: [],
    cut: { quoted: 0, remoteImages: false },
    text: 'Cliquez ici.',
  };
  return company.run(null, async ctx => {
    await sql`insert into raw_mails (workspace_id, id, mailbox_id, source, message_id, content_hash, envelope_from,
        envelope_to, size, state, reason, arrival, raw)
      values (${ctx.workspaceId}, ${id}, ${newId()}, 'smtp', '', ${Buffer.from(id)}, 'spam@evil.example',
        'support@velo.example', ${raw.length}, 'quarantined', 'spam', ${JSON.stringify(arrival)}::jsonb, ${raw})`.execute(
      ctx.tx,
    );
    return id;
  });
}
