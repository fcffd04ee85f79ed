import { ActionIcon, Button } from '@mantine/core';
import { IconMailbox, IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { MailboxStatePill, MailboxStateText } from './mailbox-state.tsx';
import { useMailboxes } from './mailboxes-query.ts';
import { Section } from './section.tsx';
import classes from './settings.module.css';

/** The mailboxes and whether each of them works, in plain words. */
export function MailboxesPage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const list = useMailboxes();
  usePageTitle(t('settings.mailboxes.title'));
  const mailboxes = list.data?.mailboxes;
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={props => (
        <Link to="/w/$slug/settings/mailboxes/$mailboxId" params={{ slug, mailboxId: 'new' }} {...props} />
      )}
    >
      {t('settings.mailboxes.add')}
    </Button>
  );
  return (
    <Section text={t('settings.mailboxes.text')} action={mailboxes && mailboxes.length > 0 && add}>
      {list.isPending && <ListSkeleton rows={2} height={72} />}
      {list.isError && !mailboxes && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {mailboxes?.length === 0 && (
        <EmptyState
          icon={IconMailbox}
          title={t('settings.mailboxes.none')}
          text={t('settings.mailboxes.none-text')}
          action={add}
        />
      )}
      {mailboxes && mailboxes.length > 0 && (
        <ul className={classes.rows}>
          {mailboxes.map(mailbox => (
            <li key={mailbox.id} className={classes.row}>
              <span className={classes.rowMain}>
                <span className={classes.rowTitle}>
                  {mailbox.name}
                  <MailboxStatePill state={mailbox.state} />
                </span>
                <span className={classes.rowText}>{mailbox.address}</span>
                <MailboxStateText mailbox={mailbox} />
              </span>
              <ActionIcon
                size={36}
                aria-label={t('settings.mailbox.edit-one', { name: mailbox.name })}
                renderRoot={props => (
                  <Link
                    to="/w/$slug/settings/mailboxes/$mailboxId"
                    params={{ slug, mailboxId: mailbox.id }}
                    {...props}
                  />
                )}
              >
                <IconPencil size={18} stroke={1.75} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
