import type { Translate } from '../../data/language.ts';
import { errorText } from '../../ui/error-text.ts';
import type { Kept } from './saver.ts';

/** Where a draft is kept, in a few words. While it is on its way, what was true before stands: that takes a second. */
export function draftState(t: Translate, kept: Kept): string {
  const { status, draft, isKept } = kept;
  if (kept.conflict) return t(isKept ? 'drafts.state.apart' : 'composer.not-kept');
  if (status === 'refused') return t('drafts.state.refused', { reason: errorText(t, kept.problem) });
  if (status === 'here') return t(isKept ? 'drafts.state.here' : 'composer.not-kept');
  return draft.server ? t('composer.saved') : '';
}
