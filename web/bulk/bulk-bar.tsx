import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { priorities } from '../../contract/fields.ts';
import type { BulkAction } from '../../contract/routes/bulk.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { type Translate, useT } from '../data/language.ts';
import { agentChoices, folderChoices, tagChoices, teamChoices } from '../tickets/choices.tsx';
import type { listQuery } from '../tickets/list-search.ts';
import { type Choice, Picker } from '../tickets/picker.tsx';
import classes from './bulk.module.css';
import { useStartBulk } from './bulk-queries.ts';
import { clearSelection, hasSelection, selectAll, useSelection } from './selection.ts';

interface Tool {
  name: BulkAction['do'];
  choices: Choice[];
  action: (value: string) => BulkAction;
}

const none = 'none';
const orNull = (value: string) => (value === none ? null : value);

function toolsOf(t: Translate, desk: Desk | undefined): Tool[] {
  const nobody = { value: none, label: t('tickets.nobody') };
  const types = (desk?.types ?? []).map(type => ({ value: type.id, label: type.name }));
  const statuses = ['resolved', 'open', 'pending'] as const;
  return [
    {
      name: 'assign',
      choices: [...agentChoices(desk), nobody],
      action: value => ({ do: 'assign', agentId: orNull(value) }),
    },
    {
      name: 'status',
      choices: statuses.map(value => ({ value, label: t(`bulk.status.${value}`) })),
      action: value => ({ do: 'status', status: statuses.find(one => one === value) ?? 'resolved' }),
    },
    {
      name: 'folder',
      choices: folderChoices(desk),
      action: folderId => ({ do: 'folder', folderId }),
    },
    {
      name: 'team',
      choices: [...teamChoices(desk), { value: none, label: t('tickets.no-team') }],
      action: value => ({ do: 'team', teamId: orNull(value) }),
    },
    {
      name: 'type',
      choices: [...types, { value: none, label: t('bulk.no-type') }],
      action: value => ({ do: 'type', typeId: orNull(value) }),
    },
    {
      name: 'priority',
      choices: priorities.toReversed().map(value => ({ value, label: t(`priority.${value}`) })),
      action: value => ({ do: 'priority', priority: priorities.find(one => one === value) ?? 'medium' }),
    },
    { name: 'tag-add', choices: tagChoices(desk), action: tagId => ({ do: 'tag-add', tagId }) },
    { name: 'tag-remove', choices: tagChoices(desk), action: tagId => ({ do: 'tag-remove', tagId }) },
  ];
}

/** What can be done to the selected rows of a list; nothing while none is selected. */
export function BulkBar({ list, query }: { list: string; query: ReturnType<typeof listQuery> }) {
  const t = useT();
  const desk = useDesk().data;
  const selection = useSelection(list);
  const [open, setOpen] = useState<string | null>(null);
  const start = useStartBulk(clearSelection);
  if (!hasSelection(selection)) return null;
  const begin = (action: BulkAction) => {
    setOpen(null);
    start.mutate({ action, tickets: selection.isAll ? { query } : { ids: [...selection.ids] } });
  };
  return (
    <section className={classes.bar} aria-label={t('bulk.bar')}>
      <CloseButton aria-label={t('bulk.clear')} title={t('bulk.clear')} onClick={clearSelection} />
      <strong role="status" className={classes.many}>
        {selection.isAll ? t('bulk.all') : t('bulk.selected', { count: selection.ids.size })}
      </strong>
      {!selection.isAll && (
        <Button size="xs" variant="subtle" onClick={() => selectAll(list)}>
          {t('bulk.select-all')}
        </Button>
      )}
      <span className={classes.tools}>
        {toolsOf(t, desk).map(({ name, choices, action }) => (
          <Picker
            key={name}
            label={t(`bulk.do.${name}`)}
            choices={choices}
            selected={[]}
            isOpen={open === name}
            onOpenChange={isOpen => setOpen(isOpen ? name : null)}
            onPick={value => begin(action(value))}
            target={toggle => (
              <Button size="xs" variant="default" disabled={start.isPending} onClick={toggle}>
                {t(`bulk.do.${name}`)}
              </Button>
            )}
          />
        ))}
        {[true, false].map(isRead => (
          <Button
            key={String(isRead)}
            size="xs"
            variant="default"
            disabled={start.isPending}
            onClick={() => begin({ do: 'read', isRead })}
          >
            {t(isRead ? 'bulk.read' : 'bulk.unread')}
          </Button>
        ))}
      </span>
    </section>
  );
}
