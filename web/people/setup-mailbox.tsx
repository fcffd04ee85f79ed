import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useT } from '../data/language.ts';
import { useMailboxes } from '../settings/mailboxes-query.ts';
import { FormSkeleton } from '../ui/skeletons.tsx';

const MailboxForm = lazy(async () => ({
  default: (await import('../settings/mailbox-form.tsx')).MailboxForm,
}));

/** Third step: connecting a mailbox now, or later from the settings. */
export function SetupMailbox({ onDone }: { onDone: () => void }) {
  const t = useT();
  const lmtpPort = useMailboxes().data?.listeners.lmtpPort;
  return (
    <Suspense fallback={<FormSkeleton />}>
      <MailboxForm
        lmtpPort={lmtpPort}
        onSaved={onDone}
        extra={
          <Button variant="subtle" onClick={onDone}>
            {t('setup.later')}
          </Button>
        }
      />
    </Suspense>
  );
}
