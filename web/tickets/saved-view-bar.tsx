import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconBookmarkPlus, IconPencil, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { View } from '../../contract/filters.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import type { Desk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { showDone } from '../ui/toast.ts';
import { isNarrowed, queryToSave } from './list-search.ts';
import type { ListFilters } from './use-list-filters.ts';
import { ViewDialog } from './view-dialog.tsx';

type SavedView = Desk['views'][number];

interface Props {
  view: View;
  folderId?: string;
  saved?: SavedView;
  filters: ListFilters;
}

/** Keeps the list under a name; of a saved view says what differs, and renames, shares or deletes it. */
export function SavedViewBar({ view, folderId, saved, filters }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null);
  const [isDoomed, setDoomed] = useState(false);
  const query = queryToSave(view, filters.search, folderId);
  const save = useDeskChange({
    send: (id: string) => call(routes.views.edit, { params: { id }, body: { query } }),
    apply: (desk, id) => ({
      ...desk,
      views: desk.views.map(one => (one.id === id ? { ...one, query } : one)),
    }),
    onDone: () => {
      filters.reset();
      showDone(t, t('lists.view.saved'));
    },
    invalidates: ['tickets'],
  });
  const remove = useDeskChange({
    send: (id: string) => call(routes.views.remove, { params: { id } }),
    onDone: () => void navigate({ to: '/w/$slug/inbox', params: { slug } }),
    onError: () => undefined,
  });
  const close = () => setDialog(null);
  return (
    <>
      {saved && filters.isChanged && (
        <>
          {saved.mayChange && (
            <Button size="xs" variant="light" loading={save.isPending} onClick={() => save.mutate(saved.id)}>
              {t('lists.view.save')}
            </Button>
          )}
          <Button size="xs" variant="subtle" color="gray" onClick={filters.reset}>
            {t('lists.view.reset')}
          </Button>
        </>
      )}
      {(!saved || filters.isChanged) && (isNarrowed(filters.search) || folderId) && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconBookmarkPlus size={14} aria-hidden />}
          onClick={() => setDialog('new')}
        >
          {t(saved ? 'lists.view.save-as' : 'lists.view.add')}
        </Button>
      )}
      {saved?.mayChange && (
        <Menu width={220} position="bottom-end">
          <Menu.Target>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              leftSection={<IconBookmark size={14} aria-hidden />}
            >
              {t('lists.view')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog('edit')}>
              {t('lists.view.edit')}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => {
                remove.reset();
                setDoomed(true);
              }}
            >
              {t('settings.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog === 'new' && <ViewDialog query={query} onClose={close} />}
      {dialog === 'edit' && saved && <ViewDialog existing={saved} query={saved.query} onClose={close} />}
      <ConfirmDialog
        isOpen={isDoomed}
        title={t('lists.view.delete', { name: saved?.name ?? '' })}
        text={t(saved?.visibility === 'private' ? 'lists.view.delete-text' : 'lists.view.delete-shared-text')}
        confirmLabel={t('settings.delete')}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => saved && remove.mutate(saved.id)}
        onClose={() => setDoomed(false)}
      />
    </>
  );
}
