import { notifications } from '@mantine/notifications';
import { ApiError } from '../data/api-error.ts';
import type { Translate } from '../data/language.ts';
import { errorText } from './error-text.ts';

/** Says in the corner that something is done. */
export function showDone(t: Translate, message: string): void {
  notifications.show({ message, closeButtonProps: { 'aria-label': t('shell.close') } });
}

/** Says in the corner what went wrong; stays twice as long. Takes any thrown value. */
export function showProblem(t: Translate, error: unknown): void {
  // Signing in again is asked above the page.
  if (error instanceof ApiError && error.code === 'signed-out') return;
  notifications.show({
    color: 'red',
    title: t('shell.error.failed'),
    message: errorText(t, error),
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': t('shell.close') },
  });
}
