import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '../../contract/fields.ts';
import type { MailTemplateKind } from '../../contract/mail-templates.ts';
import { routes } from '../../contract/routes/index.ts';
import { addressOf } from '../data/address.ts';
import { ApiError } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from './templates.module.css';
import { previewQuery } from './templates-query.ts';

interface Props {
  kind: MailTemplateKind;
  language: Language;
  /** Texts that are not saved, as JSON; '' for none. */
  texts: string;
}

/** The mail as it would go out now, made by the server of the newest ticket, as a page and as plain text. */
export function TemplatePreview({ kind, language, texts }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const [form, setForm] = useState<'page' | 'plain'>('page');
  const [settled] = useDebouncedValue(texts, 400);
  const query = useQuery({
    ...previewQuery(slug, kind, language, settled),
    placeholderData: keepPreviousData,
  });
  const isEmpty = query.error instanceof ApiError && query.error.code === 'nothing-to-preview';
  return (
    <section className={classes.preview} aria-label={t('templates.preview')}>
      <div className={classes.previewHead}>
        <h2 className={classes.previewTitle}>{t('templates.preview')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('templates.form')}
          data={[
            { value: 'page', label: t('templates.form.page') },
            { value: 'plain', label: t('templates.form.plain') },
          ]}
          value={form}
          onChange={value => setForm(value as 'page' | 'plain')}
        />
      </div>
      {query.isPending && <ListSkeleton rows={3} height={64} />}
      {isEmpty && <p className={classes.none}>{t('templates.preview.none')}</p>}
      {query.isError && !isEmpty && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && !query.isError && (
        <>
          <dl className={classes.head}>
            <div>
              <dt>{t('templates.from')}</dt>
              <dd>{query.data.from}</dd>
            </div>
            <div>
              <dt>{t('templates.subject')}</dt>
              <dd>{query.data.subject}</dd>
            </div>
          </dl>
          {form === 'page' ? (
            <iframe
              className={classes.frame}
              title={query.data.subject}
              sandbox=""
              referrerPolicy="no-referrer"
              src={addressOf(routes.templates.page, {
                params: { kind, language },
                query: settled ? { texts: settled } : {},
              })}
            />
          ) : (
            <pre className={classes.plain}>{query.data.text}</pre>
          )}
          {query.data.ticketNumber !== null && (
            <p className={classes.none}>{t('templates.preview.of', { number: query.data.ticketNumber })}</p>
          )}
        </>
      )}
    </section>
  );
}
