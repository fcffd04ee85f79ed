import { hasText } from '../../contract/i18n/texts.ts';
import { ApiError } from '../data/api-error.ts';
import type { Translate } from '../data/language.ts';

/** What went wrong, in words. Takes `t` and any thrown value; unknown codes tell the number of the request. */
export function errorText(t: Translate, error: unknown): string {
  if (!(error instanceof ApiError)) return t('shell.error.unknown');
  const values: Record<string, string | number> = { requestId: error.requestId };
  for (const [name, value] of Object.entries(error.facts)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value;
  }
  const key = `errors.${error.code}`;
  if (hasText(key)) return t(key, values);
  return error.requestId ? t('errors.unexpected', values) : t('shell.error.unknown');
}

/** The words for one wrong field. Takes the code that the server gave for it. */
export function fieldErrorText(t: Translate, code: string): string {
  const key = [`errors.field.${code}`, `errors.${code}`, `shell.field.${code}`].find(hasText);
  return t(key ?? 'shell.field.invalid');
}
