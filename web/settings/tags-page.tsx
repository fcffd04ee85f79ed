import { Button, Menu } from '@mantine/core';
import { IconPencil, IconPlus, IconTags, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TagChip } from '../ui/tag-chip.tsx';
import { RowMenu } from './row-menu.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';
import { TagDialog } from './tag-dialog.tsx';

type Tag = Desk['tags'][number];

/** The catalogue of tags: page "Tags", « Ajoutez un tag » (LUM-26). */
export function TagsPage() {
  const t = useT();
  const tags = useDesk().data?.tags ?? [];
  const [edited, setEdited] = useState<Tag | 'new' | null>(null);
  const [doomed, setDoomed] = useState<Tag | null>(null);
  usePageTitle(t('settings.tags.title'));
  const remove = useDeskChange({
    send: (tag: Tag) => call(routes.tickets.removeTag, { params: { id: tag.id } }),
    apply: (desk, tag) => ({ ...desk, tags: desk.tags.filter(each => each.id !== tag.id) }),
    onDone: () => setDoomed(null),
    onError: () => undefined,
    invalidates: ['tickets', 'ticket'],
  });
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('settings.tags.add')}
    </Button>
  );
  return (
    <Section text={t('settings.tags.text')} action={tags.length > 0 && add}>
      {tags.length === 0 ? (
        <EmptyState
          icon={IconTags}
          title={t('settings.tags.none')}
          text={t('settings.tags.none-text')}
          action={add}
        />
      ) : (
        <ul className={classes.rows}>
          {tags.map(tag => (
            <li key={tag.id} className={classes.row}>
              <span className={classes.rowMain}>
                <span>
                  <TagChip name={tag.name} colour={tag.colour} />
                </span>
              </span>
              <RowMenu label={t('settings.row.actions', { name: tag.name })}>
                <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEdited(tag)}>
                  {t('settings.edit')}
                </Menu.Item>
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => {
                    remove.reset();
                    setDoomed(tag);
                  }}
                >
                  {t('settings.delete')}
                </Menu.Item>
              </RowMenu>
            </li>
          ))}
        </ul>
      )}
      <TagDialog key={edited === 'new' ? 'new' : edited?.id} tag={edited} onClose={() => setEdited(null)} />
      <ConfirmDialog
        isOpen={doomed !== null}
        title={t('settings.tags.delete', { name: doomed?.name ?? '' })}
        text={t('settings.tags.delete-text')}
        confirmLabel={t('settings.delete')}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => doomed && remove.mutate(doomed)}
        onClose={() => setDoomed(null)}
      />
    </Section>
  );
}
