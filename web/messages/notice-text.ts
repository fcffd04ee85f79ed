import { hasText } from '../../contract/i18n/texts.ts';
import type { Translate } from '../data/language.ts';

/** What was odd about a mail, in words. Takes a code of message.notices; an unknown one gets a general sentence. */
export function noticeText(t: Translate, code: string): string {
  const key = `tickets.notice.${code}`;
  return t(hasText(key) ? key : 'tickets.notice.other');
}
