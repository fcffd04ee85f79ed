import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { hasText } from '../../contract/i18n/texts.ts';
import type { Reply } from '../../contract/route.ts';
import type { routes } from '../../contract/routes/index.ts';
import { type Translate, useT } from '../data/language.ts';
import classes from './mailbox.module.css';

type Finding = Reply<typeof routes.mail.test>['findings'][number];

/** The words for what a test found, or for what keeps a mailbox from working. Takes a code that came with data. */
export function mailboxText(
  t: Translate,
  kind: 'finding' | 'problem',
  code: string,
  facts: Record<string, string> = {},
): string {
  const key = `mailbox.${kind}.${code}`;
  return hasText(key) ? t(key, facts) : t('settings.mailbox.finding.unknown', { code });
}

/** What the test of a mailbox found, each point in plain words. */
export function MailboxFindings({ findings }: { findings: Finding[] }) {
  const t = useT();
  return (
    <div role="status">
      <ul className={classes.findings}>
        {findings.map(finding => {
          const text = mailboxText(t, 'finding', finding.code, finding.facts);
          const FindingIcon = finding.isGood ? IconCircleCheck : IconAlertTriangle;
          return (
            <li key={`${finding.part} ${finding.code}`} className={classes.finding}>
              <FindingIcon size={20} aria-hidden className={finding.isGood ? classes.good : classes.bad} />
              <span>
                <VisuallyHidden>
                  {t(finding.isGood ? 'settings.mailbox.finding.good' : 'settings.mailbox.finding.bad')}
                </VisuallyHidden>
                <strong>{t(`settings.mailbox.part.${finding.part}`)}</strong> {text}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
