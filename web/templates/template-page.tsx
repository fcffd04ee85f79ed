import { SegmentedControl } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type Language, languages } from '../../contract/fields.ts';
import { type MailTemplateKind, mailTemplateKinds } from '../../contract/mail-templates.ts';
import { useLanguage, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { TemplateForm } from './template-form.tsx';
import classes from './templates.module.css';
import { templateQuery } from './templates-query.ts';

/** One mail: its texts in a language, and beside them the mail as it would go out. */
export function TemplatePage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const { kind: asked } = useParams({ strict: false });
  const kind = mailTemplateKinds.find(each => each === asked);
  usePageTitle(kind ? t(`templates.kind.${kind}`) : t('settings.templates.title'));
  return (
    <div className={classes.page}>
      <Link to="/w/$slug/settings/templates" params={{ slug }} className={classes.back}>
        <IconArrowLeft size={16} aria-hidden />
        {t('templates.back')}
      </Link>
      {kind ? <OneTemplate key={kind} kind={kind} /> : <EmptyState title={t('errors.not-found')} />}
    </div>
  );
}

function OneTemplate({ kind }: { kind: MailTemplateKind }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const query = useQuery(templateQuery(slug, kind, language));
  return (
    <>
      <p className={classes.when}>{t(`templates.when.${kind}`)}</p>
      <SegmentedControl
        className={classes.languages}
        aria-label={t('shell.language')}
        data={languages.map(each => ({ value: each, label: t(`language.${each}`) }))}
        value={language}
        onChange={value => setLanguage(value as Language)}
      />
      {query.isPending && <ListSkeleton rows={4} height={72} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && <TemplateForm key={language} template={query.data} />}
    </>
  );
}
