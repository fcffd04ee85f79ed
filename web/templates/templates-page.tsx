import { IconChevronRight, IconPencilCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type MailTemplateKind, mailTemplateKinds, mailTemplates } from '../../contract/mail-templates.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { Section } from '../settings/section.tsx';
import settings from '../settings/settings.module.css';
import { usePageTitle } from '../shell/page-title.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from './templates.module.css';
import { ownTemplatesQuery } from './templates-query.ts';

const audiences = ['customers', 'agents', 'everybody'] as const;

/** Every mail that Guichet sends, by who reads it: when it goes out, and whether the workspace says it in its own words. */
export function TemplatesPage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const query = useQuery(ownTemplatesQuery(slug));
  usePageTitle(t('settings.templates.title'));
  if (query.isPending) return <ListSkeleton rows={8} height={56} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const languagesOf = (kind: MailTemplateKind) =>
    query.data.own.filter(one => one.kind === kind).map(one => t(`language.${one.language}`));
  return (
    <>
      <p className={classes.intro}>{t('templates.text')}</p>
      {audiences.map(audience => (
        <Section key={audience} title={t(`templates.to.${audience}`)}>
          <ul className={settings.rows}>
            {mailTemplateKinds
              .filter(kind => mailTemplates[kind].audience === audience)
              .map(kind => (
                <li key={kind}>
                  <Link
                    to="/w/$slug/settings/templates/$kind"
                    params={{ slug, kind }}
                    className={classes.link}
                  >
                    <span className={settings.rowMain}>
                      <span className={settings.rowTitle}>{t(`templates.kind.${kind}`)}</span>
                      <span className={settings.rowText}>{t(`templates.when.${kind}`)}</span>
                      {languagesOf(kind).length > 0 && (
                        <span className={classes.own}>
                          <IconPencilCheck size={14} aria-hidden />
                          {t('templates.own', { languages: languagesOf(kind).join(', ') })}
                        </span>
                      )}
                    </span>
                    <IconChevronRight size={18} stroke={1.75} aria-hidden />
                  </Link>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
