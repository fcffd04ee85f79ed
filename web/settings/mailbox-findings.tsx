import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { hasText } from '../../contract/i18n/t.ts';
import type { Reply } from '../../contract/route.ts';
import type { routes } from '../../contract/routes/index.ts';
import { type Translate, useT } from '../data/language.ts';
import classes from './mailbox.module.css';

type Finding = Reply<typeof routes.mail.test>['findings'][number];

/** The words for what was found about a mailbox. Takes a code that came with data, and its facts. */
export function findingText(t: Translate, code: string, facts: Record<string, string> = {}): string {
  const key = [code, `mail.finding.${code}`, `errors.${code}`].find(hasText);
  return key ? t(key, facts) : t('settings.mailbox.finding.unknown', { code });
}

/** What the test of a mailbox found, each point in plain words with what the server itself said. */
export function MailboxFindings({ findings }: { findings: Finding[] }) {
  const t = useT();
  return (
    <div role="status">
      <ul className={classes.findings}>
        {findings.map(finding => {
          const FindingIcon = finding.isGood ? IconCircleCheck : IconAlertTriangle;
          return (
            <li key={`${finding.part} ${finding.code}`} className={classes.finding}>
              <FindingIcon size={20} aria-hidden className={finding.isGood ? classes.good : classes.bad} />
              <span>
                <VisuallyHidden>
                  {t(finding.isGood ? 'settings.mailbox.finding.good' : 'settings.mailbox.finding.bad')}
                </VisuallyHidden>
                <strong>{t(`settings.mailbox.part.${finding.part}`)}</strong>{' '}
                {findingText(t, finding.code, finding.facts)}
                {finding.facts.detail && (
                  <span className={classes.detail}>
                    <br />
                    {t('settings.mailbox.said', { detail: finding.facts.detail })}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
