import type { Language } from '../../contract/fields.ts';
import type { MailTemplateKind } from '../../contract/mail-templates.ts';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';

export type MailTemplate = Reply<typeof routes.templates.read>;
export type TemplateText = MailTemplate['texts'][number];

export const templatesKey = (slug: string) => ['mail-templates', slug] as const;

/** The mails with texts of the workspace's own. */
export function ownTemplatesQuery(slug: string) {
  return {
    queryKey: templatesKey(slug),
    queryFn: ({ signal }: { signal: AbortSignal }) => call(routes.templates.list, {}, { signal }),
  };
}

/** The texts of one mail in one language. */
export function templateQuery(slug: string, kind: MailTemplateKind, language: Language) {
  return {
    queryKey: [...templatesKey(slug), kind, language],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(routes.templates.read, { params: { kind, language } }, { signal }),
  };
}

/** How a mail reads with these texts. */
export function previewQuery(slug: string, kind: MailTemplateKind, language: Language, texts: string) {
  return {
    queryKey: [...templatesKey(slug), kind, language, 'preview', texts],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(routes.templates.preview, { params: { kind, language }, query: { texts } }, { signal }),
    retry: false,
  };
}
