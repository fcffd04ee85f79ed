import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError } from '../data/api-error.ts';
import { useT } from '../data/language.ts';
import { errorText } from '../ui/error-text.ts';
import classes from './composer.module.css';

/** The first try did arrive, with other words. */
export function isReused(error: Error): boolean {
  return error instanceof ApiError && error.code === 'key-reused';
}

/** The ids of what came meanwhile, when that is why nothing was sent (LUM-23). */
export function newerIn(error: Error): string[] {
  if (!(error instanceof ApiError) || error.code !== 'newer-message') return [];
  const ids = error.facts.messageIds;
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** Why nothing was sent, and that nothing is lost. */
export function SendProblem({ error }: { error: Error }) {
  const t = useT();
  const wasSent = isReused(error);
  // These say by themselves that nothing is lost.
  const saysSo = error instanceof ApiError && ['network', 'unavailable'].includes(error.code);
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      role="alert"
      className={classes.problem}
      title={t(wasSent ? 'composer.sent-before' : 'composer.not-sent')}
    >
      {wasSent
        ? t('composer.sent-before.text')
        : `${errorText(t, error)}${saysSo ? '' : ` ${t('composer.kept')}`}`}
    </Alert>
  );
}
