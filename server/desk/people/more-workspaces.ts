import './tables.ts';
import type { Language } from '../../../contract/fields.ts';
import { forbidden } from '../../platform/errors/index.ts';
import type { Platform } from '../../platform/index.ts';
import { makeWorkspace } from '../workspaces/index.ts';
import { joinWorkspace } from './add-agent.ts';
import { forgetPerson } from './door-memory.ts';
import { identityById } from './identities.ts';
import type { Membership } from './session-reply.ts';

/** Makes another workspace, with its maker as administrator. @throws Forbidden for who does not operate the installation */
export async function makeAnotherWorkspace(
  { database }: Platform,
  identityId: string,
  input: { name: string; language: Language; brandColour: string },
): Promise<Membership> {
  const person = await database.outside(tx => identityById(tx, identityId));
  if (!person.isOperator) throw forbidden();
  const { name, email } = person;
  const { slug } = await makeWorkspace(database, input, async ctx => {
    await joinWorkspace(ctx, identityId, { name, email, role: 'administrator', language: input.language });
  });
  forgetPerson(database, identityId);
  return { slug, name: input.name, brandColour: input.brandColour, role: 'administrator' };
}
