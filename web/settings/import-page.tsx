import { useQuery } from '@tanstack/react-query';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from './import.module.css';
import { ImportForm } from './import-form.tsx';
import { ImportReport } from './import-report.tsx';
import { importsQuery } from './imports-query.ts';
import { Section } from './section.tsx';

/** Old mail out of an archive becomes tickets; what came of each mail is told and adds up. */
export function ImportPage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const list = useQuery(importsQuery(slug));
  usePageTitle(t('settings.import.title'));
  const imports = list.data?.imports;
  return (
    <>
      <Section text={t('import.text')}>
        <ImportForm />
      </Section>
      <Section title={t('import.list')}>
        {list.isPending && <ListSkeleton rows={2} height={96} />}
        {list.isError && !imports && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {imports?.length === 0 && <p className={classes.none}>{t('import.none')}</p>}
        {imports && imports.length > 0 && (
          <ul className={classes.list}>
            {imports.map(one => (
              <ImportReport key={one.id} one={one} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
