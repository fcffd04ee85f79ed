import { Anchor, Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { ApiError, call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { FormSkeleton } from '../ui/skeletons.tsx';
import { showDone } from '../ui/toast.ts';
import { MailboxForm } from './mailbox-form.tsx';
import { MailboxStateText } from './mailbox-state.tsx';
import { useMailboxes } from './mailboxes-query.ts';
import { Section } from './section.tsx';

/** One mailbox: adding it ('new' in the address), changing, testing, deleting it. */
export function MailboxPage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { mailboxId } = useParams({ strict: false });
  const list = useMailboxes();
  const [isAsking, setAsking] = useState(false);
  const isNew = mailboxId === 'new';
  const mailbox = list.data?.mailboxes.find(each => each.id === mailboxId);
  usePageTitle(isNew ? t('settings.mailboxes.add') : (mailbox?.name ?? t('settings.mailboxes.title')));
  const goBack = () => navigate({ to: '/w/$slug/settings/mailboxes', params: { slug } });
  const remove = useMutation({
    mutationFn: (id: string) => call(routes.mail.remove, { params: { id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['desk'] });
      await goBack();
      void client.invalidateQueries({ queryKey: ['mailboxes'] });
    },
  });

  if (list.isPending) return <FormSkeleton />;
  if (list.isError && !list.data)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!isNew && !mailbox) return <ErrorState error={new ApiError(404, 'not-found')} />;
  return (
    <Section>
      <p style={{ margin: '0 0 16px' }}>
        <Anchor renderRoot={props => <Link to="/w/$slug/settings/mailboxes" params={{ slug }} {...props} />}>
          <IconArrowLeft size={14} aria-hidden /> {t('settings.mailboxes.all')}
        </Anchor>
      </p>
      {mailbox && (
        <p style={{ margin: '0 0 16px' }}>
          <MailboxStateText mailbox={mailbox} />
        </p>
      )}
      <MailboxForm
        key={mailbox?.id ?? 'new'}
        mailbox={mailbox}
        lmtpPort={list.data?.listeners.lmtpPort}
        onSaved={() => {
          showDone(t, t('settings.saved'));
          void goBack();
        }}
        extra={
          mailbox && (
            <Button
              variant="subtle"
              color="red"
              onClick={() => {
                remove.reset();
                setAsking(true);
              }}
            >
              {t('settings.mailboxes.delete')}
            </Button>
          )
        }
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={t('settings.mailboxes.delete-title', { name: mailbox?.name ?? '' })}
        text={t('settings.mailboxes.delete-text')}
        confirmLabel={t('settings.delete')}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => mailbox && remove.mutate(mailbox.id)}
        onClose={() => setAsking(false)}
      />
    </Section>
  );
}
