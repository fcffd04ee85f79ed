// /dev/mail: the mails that were kept because there is no server to send them by. For the operators of the installation,
// and only for workspaces where they are agents.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeskError, notFound } from '../../../platform/errors/index.ts';
import { enter, type Member, type Mount } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { compose } from './compose.ts';
import { framedMail } from './dev-mail-frame.ts';
import { chooserPage, type Frame, mailPage, signedOutPage } from './dev-mail-page.tsx';
import { keptMails, operatorWorkspaces, type Slug } from './dev-mail-query.ts';
import { deliveryById, gather } from './material.ts';
import { emlOf } from './mime.ts';

/** Mounts GET /dev/mail, /dev/mail/:id and /dev/mail/:id/source; `?workspace=` names the workspace. */
export function mountDevMail({ app, door, database }: Mount, platform: Platform): void {
  /** @throws Forbidden signed-out; NotFound for anybody who is no operator or no agent of the workspace (S17) */
  async function admit(
    request: FastifyRequest,
  ): Promise<{ frame: Frame; member: Member } | { choose: Slug[] }> {
    const { signedIn } = await enter(door, request, 'signed-in');
    const workspaces = await database.outside(tx => operatorWorkspaces(tx, signedIn!.identityId));
    if (!workspaces) throw notFound();
    const { workspace } = request.query as { workspace?: unknown };
    const only = workspaces.length === 1 ? workspaces[0]!.slug : undefined;
    const slug = typeof workspace === 'string' ? workspace : only;
    if (slug === undefined) return { choose: workspaces };
    const member = await door.doors.member(signedIn!.identityId, slug);
    if (!member) throw notFound();
    return { member, frame: { language: member.language, slug } };
  }

  const scopeOf = ({ workspaceId, agentId, language }: Member) =>
    ({ workspaceId, actor: { type: 'agent', id: agentId, via: 'app' }, language }) as const;

  async function open(member: Member, id: string) {
    const material = await database.run(scopeOf(member), async ctx => {
      const delivery = await deliveryById(ctx, id);
      if (delivery?.state !== 'kept') throw notFound();
      return gather(ctx, platform, delivery);
    });
    return { letter: compose(platform, material), at: material.delivery.created_at };
  }

  app.get('/dev/mail', { schema: { hide: true } }, (request, reply) =>
    answer(reply, async () => {
      const admitted = await admit(request);
      if ('choose' in admitted) return html(reply, chooserPage(admitted.choose));
      const mails = await database.run(scopeOf(admitted.member), keptMails);
      return html(reply, mailPage(admitted.frame, mails, null));
    }),
  );

  app.get('/dev/mail/:id', { schema: { hide: true } }, (request, reply) =>
    answer(reply, async () => {
      const admitted = await admit(request);
      if ('choose' in admitted) throw notFound();
      const { id } = request.params as { id: string };
      const { letter } = await open(admitted.member, id);
      const mails = await database.run(scopeOf(admitted.member), keptMails);
      const document = await framedMail(platform.storage, letter);
      return html(reply, mailPage(admitted.frame, mails, { id, letter, document }));
    }),
  );

  app.get('/dev/mail/:id/source', { schema: { hide: true } }, (request, reply) =>
    answer(reply, async () => {
      const admitted = await admit(request);
      if ('choose' in admitted) throw notFound();
      const { id } = request.params as { id: string };
      const { letter, at } = await open(admitted.member, id);
      return reply
        .type('message/rfc822')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${id}.eml"`)
        .send(await emlOf(platform.storage, letter, at));
    }),
  );
}

const html = (reply: FastifyReply, page: string) =>
  reply.type('text/html').header('cache-control', 'no-store').send(page);

/** Somebody who is not signed in gets a page that says so, since this is opened by hand. */
async function answer(reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DeskError && error.code === 'signed-out')
      return html(reply.code(401), signedOutPage());
    throw error;
  }
}
