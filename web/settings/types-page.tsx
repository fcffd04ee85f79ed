import { Button, Menu } from '@mantine/core';
import { IconCategory, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RowMenu } from './row-menu.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';
import { TypeDialog } from './type-dialog.tsx';

type Type = Desk['types'][number];

/** The types of tickets, each with the priority and the team that its tickets get (LIV-10). */
export function TypesPage() {
  const t = useT();
  const desk = useDesk().data;
  const types = desk?.types ?? [];
  const [edited, setEdited] = useState<Type | 'new' | null>(null);
  const [doomed, setDoomed] = useState<Type | null>(null);
  usePageTitle(t('settings.types.title'));
  const remove = useDeskChange({
    send: (type: Type) => call(routes.workspaces.removeType, { params: { id: type.id } }),
    onDone: () => setDoomed(null),
    onError: () => undefined,
  });
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('settings.types.add')}
    </Button>
  );
  function given({ priority, teamId }: Type): string {
    const team = desk?.teams.find(one => one.id === teamId)?.name;
    const words = t('shell.priority', { priority: t(`priority.${priority}`) });
    return team ? t('settings.types.given', { priority: words, team }) : words;
  }
  return (
    <Section text={t('settings.types.text')} action={types.length > 0 && add}>
      {types.length === 0 ? (
        <EmptyState
          icon={IconCategory}
          title={t('settings.types.none')}
          text={t('settings.types.none-text')}
          action={add}
        />
      ) : (
        <ul className={classes.rows}>
          {types.map(type => (
            <li key={type.id} className={classes.row}>
              <span className={classes.rowMain}>
                <span className={classes.rowTitle}>{type.name}</span>
                <span className={classes.rowText}>{given(type)}</span>
              </span>
              <RowMenu label={t('settings.row.actions', { name: type.name })}>
                <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEdited(type)}>
                  {t('settings.edit')}
                </Menu.Item>
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => {
                    remove.reset();
                    setDoomed(type);
                  }}
                >
                  {t('settings.delete')}
                </Menu.Item>
              </RowMenu>
            </li>
          ))}
        </ul>
      )}
      <TypeDialog key={edited === 'new' ? 'new' : edited?.id} type={edited} onClose={() => setEdited(null)} />
      <ConfirmDialog
        isOpen={doomed !== null}
        title={t('settings.types.delete', { name: doomed?.name ?? '' })}
        text={t('settings.types.delete-text')}
        confirmLabel={t('settings.delete')}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => doomed && remove.mutate(doomed)}
        onClose={() => setDoomed(null)}
      />
    </Section>
  );
}
