import { fillVariables } from '../../contract/canned-variables.ts';
import { useT } from '../data/language.ts';
import { isEmptyHtml } from '../messages/draft.ts';
import { RichText } from '../ui/rich-text.tsx';
import classes from './canned.module.css';
import { useVariableValues } from './use-canned-menu.ts';

/** How a canned reply reads to the customer of a sample ticket. */
export function CannedPreview({ html }: { html: string }) {
  const t = useT();
  const valuesOf = useVariableValues();
  const sample = {
    requesterName: t('canned.preview.customer'),
    number: '1042',
    subject: t('canned.preview.subject'),
  };
  return (
    <section className={classes.preview} aria-label={t('canned.preview')}>
      <p className={classes.previewTitle}>{t('canned.preview')}</p>
      {isEmptyHtml(html) ? (
        <p className={classes.previewEmpty}>{t('canned.preview.empty')}</p>
      ) : (
        <RichText html={fillVariables(html, valuesOf(sample))} />
      )}
    </section>
  );
}
