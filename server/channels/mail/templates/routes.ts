import { z } from 'zod';
import { longestMailText } from '../../../../contract/mail-templates.ts';
import { templateRoutes } from '../../../../contract/routes/templates.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { type Mount, mountInWorkspace, mountTransfers } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { framedMail } from '../out/dev-mail-frame.ts';
import { previewOf } from './preview.ts';
import { ownByKind, saveTexts, templateOf } from './texts.ts';

const drafts = z.record(z.string(), z.string().max(longestMailText).nullable());

/** @throws Invalid for what is no draft */
function draftOf(texts: string | undefined): Record<string, string | null> {
  if (!texts) return {};
  try {
    return drafts.parse(JSON.parse(texts));
  } catch {
    throw invalid('invalid', { fields: { texts: 'invalid' } });
  }
}

/** Mounts the texts of mails and how they look. */
export function mountTemplates(mount: Mount, platform: Platform): void {
  const { page, ...stored } = templateRoutes;
  mountInWorkspace(mount, stored, {
    list: async ctx => ({ own: await ownByKind(ctx) }),
    read: (ctx, { params }) => templateOf(ctx, params.kind, params.language),
    save: async (ctx, { params, body }) => {
      await saveTexts(ctx, params.kind, params.language, body.texts);
      return templateOf(ctx, params.kind, params.language);
    },
    preview: async (ctx, { params, query }) => {
      const { letter, ticketNumber } = await previewOf(
        ctx,
        platform,
        params.kind,
        params.language,
        draftOf(query.texts),
      );
      const from = `${letter.from.name} <${letter.from.address}>`;
      return { from, subject: letter.subject, text: letter.text, ticketNumber };
    },
  });
  mountTransfers(
    mount,
    { page },
    {
      page: async (visit, { params, query }) => {
        const draft = draftOf(query.texts);
        const { letter } = await visit.run(ctx =>
          previewOf(ctx, platform, params.kind, params.language, draft),
        );
        return visit.reply
          .header(
            'content-security-policy',
            "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
          )
          .header('x-frame-options', 'SAMEORIGIN')
          .header('cache-control', 'private, no-store')
          .type('text/html; charset=utf-8')
          .send(await framedMail(platform.storage, letter));
      },
    },
  );
}
