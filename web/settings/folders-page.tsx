import { Button, Menu } from '@mantine/core';
import { IconFolder, IconInbox, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useTicketCounts } from '../shell/ticket-counts.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { FolderDialog } from './folder-dialog.tsx';
import { RowMenu } from './row-menu.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';

type Folder = Desk['folders'][number];

/** The folders that tickets are filed in. The general inbox is always there, so the list is never empty. */
export function FoldersPage() {
  const t = useT();
  const folders = useDesk().data?.folders ?? [];
  const counts = useTicketCounts().data;
  const [edited, setEdited] = useState<Folder | 'new' | null>(null);
  const [doomed, setDoomed] = useState<Folder | null>(null);
  usePageTitle(t('settings.folders.title'));
  const remove = useDeskChange({
    send: (folder: Folder) => call(routes.workspaces.removeFolder, { params: { id: folder.id } }),
    onDone: () => setDoomed(null),
    onError: () => undefined,
  });
  return (
    <Section
      text={t('settings.folders.text')}
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          {t('settings.folders.add')}
        </Button>
      }
    >
      <ul className={classes.rows}>
        {folders.map(folder => {
          const count = counts?.folders[folder.id];
          const { name } = folder;
          const FolderIcon = folder.isDefault ? IconInbox : IconFolder;
          return (
            <li key={folder.id} className={classes.row}>
              <FolderIcon size={18} stroke={1.75} aria-hidden />
              <span className={classes.rowMain}>
                <span className={classes.rowTitle}>{name}</span>
                <span className={classes.rowText}>
                  {folder.isDefault
                    ? t('settings.folders.default')
                    : count === undefined
                      ? ''
                      : count > 999
                        ? t('settings.folders.count.more', { count: 999 })
                        : t('settings.folders.count', { count })}
                </span>
              </span>
              <RowMenu label={t('settings.row.actions', { name })}>
                <Menu.Item
                  leftSection={<IconPencil size={16} aria-hidden />}
                  onClick={() => setEdited(folder)}
                >
                  {t('settings.rename')}
                </Menu.Item>
                {!folder.isDefault && (
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={16} aria-hidden />}
                    onClick={() => {
                      remove.reset();
                      setDoomed(folder);
                    }}
                  >
                    {t('settings.delete')}
                  </Menu.Item>
                )}
              </RowMenu>
            </li>
          );
        })}
      </ul>
      <FolderDialog
        key={edited === 'new' ? 'new' : edited?.id}
        folder={edited}
        onClose={() => setEdited(null)}
      />
      <ConfirmDialog
        isOpen={doomed !== null}
        title={t('settings.folders.delete', { name: doomed?.name ?? '' })}
        text={t('settings.folders.delete-text')}
        confirmLabel={t('settings.delete')}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => doomed && remove.mutate(doomed)}
        onClose={() => setDoomed(null)}
      />
    </Section>
  );
}
