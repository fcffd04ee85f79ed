import { IconQuestionMark, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { hasText } from '../../contract/i18n/texts.ts';
import { type Translate, useT } from '../data/language.ts';
import classes from './why.module.css';
import type { Arrival } from './why-query.ts';

const icons = { pass: IconShieldCheck, fail: IconShieldX, unknown: IconQuestionMark };

/** Whether the sender is genuine, and what says so (S5). */
export function AboutSender({
  proof,
  heading: Heading = 'h3',
}: {
  proof: Arrival['proof'];
  heading?: 'h2' | 'h3';
}) {
  const t = useT();
  const Icon = icons[proof.verdict];
  const dkim = proof.dkim.map(one => withDomain(t, one)).join(', ');
  return (
    <>
      <Heading className={classes.heading}>{t('why.sender')}</Heading>
      <p className={classes.proof} data-verdict={proof.verdict}>
        <Icon size={18} aria-hidden />
        <strong>{t(`why.verdict.${proof.verdict}`)}</strong>
        <span>{t(`why.checked.${proof.checkedBy}`, { by: proof.by ?? '' })}</span>
      </p>
      <dl className={classes.facts}>
        <dt>{t('why.spf')}</dt>
        <dd>{proof.spf ? withDomain(t, proof.spf) : t('why.not-checked')}</dd>
        <dt>{t('why.dkim')}</dt>
        <dd>{dkim || t('why.no-signature')}</dd>
        <dt>{t('why.dmarc')}</dt>
        <dd>{proof.dmarc ? withDomain(t, proof.dmarc) : t('why.not-checked')}</dd>
      </dl>
    </>
  );
}

/** A result in words; what a mail server of the future may write stands as it is. */
function withDomain(t: Translate, { result, domain }: { result: string; domain: string | null }): string {
  const key = `why.result.${result}`;
  const words = hasText(key) ? t(key) : result;
  return domain ? `${words} (${domain})` : words;
}
