import { Button, FileInput, Progress, Radio, Select, Stack } from '@mantine/core';
import { IconFileImport, IconPaperclip } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { importClosings } from '../../contract/routes/imports.ts';
import { uploadArchive } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { errorText } from '../ui/error-text.ts';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { showDone } from '../ui/toast.ts';
import classes from './import.module.css';
import { importsKey } from './imports-query.ts';
import { useMailboxes } from './mailboxes-query.ts';
import settings from './settings.module.css';

type Closing = (typeof importClosings)[number];

/** Chooses an archive, its mailbox and what becomes of its tickets, and sends it up. */
export function ImportForm() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const list = useMailboxes();
  const mailboxes = list.data?.mailboxes;
  const [file, setFile] = useState<File | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [closes, setCloses] = useState<Closing>('all');
  const [share, setShare] = useState(0);
  const [isTried, setIsTried] = useState(false);
  const mailboxId = chosenId ?? (mailboxes?.length === 1 ? mailboxes[0]!.id : null);
  const start = useMutation({
    networkMode: 'always',
    mutationFn: (what: { file: File; mailboxId: string }) =>
      uploadArchive(what.file, { mailboxId: what.mailboxId, closes }, { onProgress: setShare }),
    onMutate: () => setShare(0),
    onSuccess: () => {
      setFile(null);
      setIsTried(false);
      showDone(t, t('import.started'));
    },
    onSettled: () => client.invalidateQueries({ queryKey: importsKey(slug) }),
  });
  if (list.isPending) return <ListSkeleton rows={3} height={56} />;
  if (list.isError && !mailboxes)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (mailboxes?.length === 0)
    return (
      <p className={classes.none}>
        {t('import.no-mailbox')}{' '}
        <Link to="/w/$slug/settings/mailboxes/$mailboxId" params={{ slug, mailboxId: 'new' }}>
          {t('settings.mailboxes.add')}
        </Link>
      </p>
    );
  return (
    <form
      className={settings.form}
      onSubmit={event => {
        event.preventDefault();
        setIsTried(true);
        if (file && mailboxId) start.mutate({ file, mailboxId });
      }}
    >
      <FileInput
        label={t('import.file')}
        description={t('import.file.hint')}
        placeholder={t('import.file.choose')}
        leftSection={<IconPaperclip size={16} aria-hidden />}
        value={file}
        onChange={setFile}
        error={isTried && !file && t('import.file.missing')}
        disabled={start.isPending}
        clearable
        clearButtonProps={{ 'aria-label': t('import.file.clear') }}
      />
      <Select
        label={t('import.mailbox')}
        description={t('import.mailbox.hint')}
        data={(mailboxes ?? []).map(one => ({ value: one.id, label: `${one.name} (${one.address})` }))}
        value={mailboxId}
        onChange={setChosenId}
        allowDeselect={false}
        error={isTried && !mailboxId && t('import.mailbox.missing')}
        disabled={start.isPending}
      />
      <Radio.Group label={t('import.closes')} value={closes} onChange={value => setCloses(value as Closing)}>
        <Stack gap={8} mt={8}>
          {importClosings.map(one => (
            <Radio
              key={one}
              value={one}
              label={t(`import.closes.${one}`)}
              description={t(`import.closes.${one}.hint`)}
              disabled={start.isPending}
            />
          ))}
        </Stack>
      </Radio.Group>
      {start.isPending && (
        <Progress value={share * 100} aria-label={t('import.sending', { share: Math.floor(share * 100) })} />
      )}
      {start.isError && (
        <p className={classes.problem} role="alert">
          {errorText(t, start.error)}
        </p>
      )}
      <div className={settings.actions}>
        <Button
          type="submit"
          leftSection={<IconFileImport size={16} aria-hidden />}
          loading={start.isPending}
        >
          {t('import.start')}
        </Button>
      </div>
    </form>
  );
}
