import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePageTitle } from './page-title.ts';
import { PublicPage } from './public-page.tsx';

function HomeButton() {
  const t = useT();
  return (
    <Button renderRoot={props => <Link to="/" {...props} />} variant="default">
      {t('shell.missing.home')}
    </Button>
  );
}

/** An address outside of any workspace that leads nowhere. */
export function LostPage() {
  const t = useT();
  return (
    <PublicPage title={t('shell.missing.title')} text={t('shell.missing.text')}>
      <HomeButton />
    </PublicPage>
  );
}

/** An address of a workspace that leads nowhere. */
export function NotFoundPage() {
  const t = useT();
  usePageTitle(t('shell.missing.title'));
  return (
    <EmptyState
      icon={IconCompass}
      title={t('shell.missing.title')}
      text={t('shell.missing.text')}
      action={<HomeButton />}
    />
  );
}
