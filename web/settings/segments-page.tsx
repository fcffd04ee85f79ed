import { Button, Menu } from '@mantine/core';
import { IconMapPin, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
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
import { SegmentDialog } from './segment-dialog.tsx';
import classes from './settings.module.css';

type Segment = Desk['segments'][number];

/** What customers are sorted by, such as regions or product lines, and who may have their tickets (D-13). */
export function SegmentsPage() {
  const t = useT();
  const desk = useDesk().data;
  const segments = desk?.segments ?? [];
  const [edited, setEdited] = useState<Segment | 'new' | null>(null);
  const [doomed, setDoomed] = useState<Segment | null>(null);
  usePageTitle(t('settings.segments.title'));
  const remove = useDeskChange({
    send: (segment: Segment) => call(routes.workspaces.removeSegment, { params: { id: segment.id } }),
    onDone: () => setDoomed(null),
    onError: () => undefined,
  });
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('settings.segments.add')}
    </Button>
  );
  function openTo({ agentIds }: Segment): string {
    const names = desk?.agents.filter(agent => agentIds.includes(agent.id)).map(agent => agent.name) ?? [];
    return names.length > 0
      ? t('settings.segments.open-to', { names: names.join(', ') })
      : t('settings.segments.open-to-all');
  }
  return (
    <Section text={t('settings.segments.text')} action={segments.length > 0 && add}>
      {segments.length === 0 ? (
        <EmptyState
          icon={IconMapPin}
          title={t('settings.segments.none')}
          text={t('settings.segments.none-text')}
          action={add}
        />
      ) : (
        <ul className={classes.rows}>
          {segments.map(segment => (
            <li key={segment.id} className={classes.row}>
              <span className={classes.rowMain}>
                <span className={classes.rowTitle}>{segment.name}</span>
                <span className={classes.rowText}>{openTo(segment)}</span>
              </span>
              <RowMenu label={t('settings.row.actions', { name: segment.name })}>
                <Menu.Item
                  leftSection={<IconPencil size={16} aria-hidden />}
                  onClick={() => setEdited(segment)}
                >
                  {t('settings.edit')}
                </Menu.Item>
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => {
                    remove.reset();
                    setDoomed(segment);
                  }}
                >
                  {t('settings.delete')}
                </Menu.Item>
              </RowMenu>
            </li>
          ))}
        </ul>
      )}
      <SegmentDialog
        key={edited === 'new' ? 'new' : edited?.id}
        segment={edited}
        onClose={() => setEdited(null)}
      />
      <ConfirmDialog
        isOpen={doomed !== null}
        title={t('settings.segments.delete', { name: doomed?.name ?? '' })}
        text={t('settings.segments.delete-text')}
        confirmLabel={t('settings.delete')}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => doomed && remove.mutate(doomed)}
        onClose={() => setDoomed(null)}
      />
    </Section>
  );
}
