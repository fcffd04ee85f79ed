import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { ApiError } from '../data/api-error.ts';
import { useT } from '../data/language.ts';
import { errorText } from './error-text.ts';
import classes from './state.module.css';

/** A part of the screen that could not be loaded: what happened, and trying again. Takes any thrown value. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT();
  const isMissing = error instanceof ApiError && error.status === 404;
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} aria-hidden>
        <IconAlertTriangle size={24} stroke={1.5} />
      </span>
      <p className={classes.title}>{t(isMissing ? 'shell.error.missing' : 'shell.error.title')}</p>
      <p className={classes.text}>{errorText(t, error)}</p>
      {onRetry && !isMissing && (
        <Button
          className={classes.action}
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={onRetry}
        >
          {t('shell.retry')}
        </Button>
      )}
    </div>
  );
}
