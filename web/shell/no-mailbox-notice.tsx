import { Anchor } from '@mantine/core';
import { IconMailOff, IconMailPause } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { mayDo } from '../../contract/rights.ts';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useSession } from '../data/session.ts';
import classes from './no-mailbox-notice.module.css';

/** Says above every page that mail cannot come in or go out yet, and where to mend it. */
export function NoMailboxNotice({ desk }: { desk: Desk }) {
  const t = useT();
  // Only the operators of the installation may read what is kept.
  const maySeeKept = useSession().data?.person.isOperator === true;
  if (desk.hasMailbox && !desk.keepsMail) return null;
  const NoticeIcon = desk.hasMailbox ? IconMailPause : IconMailOff;
  return (
    <aside className={classes.notice} aria-label={t('shell.notice')}>
      <NoticeIcon size={18} stroke={1.75} aria-hidden className={classes.icon} />
      <span>
        {t(desk.hasMailbox ? 'shell.notice.keeps-mail' : 'shell.notice.no-mailbox')}{' '}
        {desk.hasMailbox
          ? maySeeKept && (
              <Anchor href="/dev/mail" target="_blank" rel="noopener">
                {t('shell.notice.read-mail')}
              </Anchor>
            )
          : mayDo(desk.me.role, 'mailboxes.manage') && (
              <Anchor
                renderRoot={props => (
                  <Link to="/w/$slug/settings/mailboxes" params={{ slug: desk.workspace.slug }} {...props} />
                )}
              >
                {t('shell.notice.connect')}
              </Anchor>
            )}
      </span>
    </aside>
  );
}
