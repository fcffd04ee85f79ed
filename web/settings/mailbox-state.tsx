import { IconAlertTriangle, IconCircleCheck, IconHourglass, IconPlayerPause } from '@tabler/icons-react';
import { useFormat, useT } from '../data/language.ts';
import chip from '../ui/chip.module.css';
import { mailboxText } from './mailbox-findings.tsx';
import type { Mailbox } from './mailbox-values.ts';
import classes from './settings.module.css';

const looks = {
  ok: [IconCircleCheck, chip.green],
  waiting: [IconHourglass, chip.blue],
  failing: [IconAlertTriangle, chip.red],
  off: [IconPlayerPause, chip.grey],
} as const;

/** The problems whose detail are the server's own words, worth repeating to whoever runs it. */
const serverSpoke = new Set([
  'wrong-password',
  'closed',
  'certificate',
  'throttled',
  'folder-missing',
  'other',
]);

/** Whether a mailbox works, as word, icon and colour. */
export function MailboxStatePill({ state }: { state: Mailbox['state'] }) {
  const t = useT();
  const [StateIcon, tone] = looks[state];
  return (
    <span className={`${chip.chip} ${tone}`}>
      <StateIcon size={14} aria-hidden />
      {t(`settings.mailbox.state.${state}`)}
    </span>
  );
}

/** What its state means, in a sentence: when mail came in last, or what is wrong and what the server said. */
export function MailboxStateText({ mailbox }: { mailbox: Mailbox }) {
  const t = useT();
  const format = useFormat();
  if (mailbox.state === 'failing' && mailbox.sendProblem && !mailbox.problem) {
    const { since, detail } = mailbox.sendProblem;
    return (
      <span className={classes.rowText}>
        {t('settings.mailbox.cannot-send', { ago: format.ago(since) })}
        {detail && ` ${t('settings.mailbox.said', { detail })}`}
      </span>
    );
  }
  if (mailbox.state === 'failing' && mailbox.problem) {
    const { code, detail } = mailbox.problem;
    return (
      <span className={classes.rowText}>
        {mailboxText(t, 'problem', code)}
        {detail && serverSpoke.has(code) && ` ${t('settings.mailbox.said', { detail })}`}
      </span>
    );
  }
  if (mailbox.state === 'ok' && mailbox.lastFetchedAt) {
    return (
      <span className={classes.rowText}>
        {t('settings.mailbox.fetched', { ago: format.ago(mailbox.lastFetchedAt) })}
      </span>
    );
  }
  const key = mailbox.imap === null && mailbox.state !== 'off' ? 'delivered' : mailbox.state;
  return <span className={classes.rowText}>{t(`settings.mailbox.state-text.${key}`)}</span>;
}
