import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePageTitle } from './page-title.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useT();
  usePageTitle(t('shell.missing.title'));
  return (
    <EmptyState
      icon={IconCompass}
      title={t('shell.missing.title')}
      text={t('shell.missing.text')}
      action={
        <Button renderRoot={props => <Link to="/" {...props} />} variant="default">
          {t('shell.missing.home')}
        </Button>
      }
    />
  );
}
