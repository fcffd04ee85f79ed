import { useState } from 'react';
import { priorities } from '../../contract/fields.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { PriorityMark } from '../ui/priority-mark.tsx';
import { folderChoices, namedChoices, teamChoices } from './choices.tsx';
import { PanelBlock } from './panel-block.tsx';
import { PickField } from './pick-field.tsx';
import type { OpenPicker, PanelProps } from './ticket-panel.tsx';
import { TypeDialog } from './type-dialog.tsx';
import { UnassignDialog } from './unassign-dialog.tsx';
import { type Filing, useFiling } from './use-filing.ts';

const none = 'none';
const orNull = (value: string) => (value === none ? null : value);

/** Where the ticket is filed: folder, team, type, priority, segments; each has a key (LUM-29, QCX-12). */
export function FolderBlock({ ticket, open, onOpen, onChange }: PanelProps) {
  const t = useT();
  const desk = useDesk().data;
  const filing = useFiling(ticket, onChange);
  const [newType, setNewType] = useState<string | null>(null);
  const nameIn = (list: readonly { id: string; name: string }[] | undefined, id: string | null) =>
    list?.find(one => one.id === id)?.name;
  const pickerOf = (name: OpenPicker) => ({
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => onOpen(isOpen ? name : null),
  });
  const own = ['folder', 'team', 'type', 'priority', 'segment', 'originalSegment'] as const;
  const segments = [
    { name: 'segment', field: 'segmentId', label: t('panel.field.segment') },
    { name: 'originalSegment', field: 'originalSegmentId', label: t('panel.field.original-segment') },
  ] as const;

  function pickType(typeId: string | null): void {
    const type = desk?.types.find(one => one.id === typeId);
    const offers = type && (type.priority !== ticket.priority || type.teamId !== ticket.teamId);
    if (type && offers && typeId !== ticket.typeId) setNewType(type.id);
    else filing.ask({ typeId });
  }

  return (
    <PanelBlock name="folder" title={t('tickets.block.folder')} isForced={own.some(name => name === open)}>
      <PickField
        {...pickerOf('folder')}
        label={t('tickets.field.folder')}
        value={desk ? (nameIn(desk.folders, ticket.folderId) ?? t('panel.other-folder')) : '…'}
        choices={folderChoices(desk)}
        selected={ticket.folderId}
        onPick={folderId => filing.ask({ folderId })}
      />
      <PickField
        {...pickerOf('team')}
        label={t('tickets.field.team')}
        value={nameIn(desk?.teams, ticket.teamId) ?? t('tickets.no-team')}
        choices={[...teamChoices(desk), { value: none, label: t('tickets.no-team') }]}
        selected={ticket.teamId ?? none}
        onPick={value => filing.ask({ teamId: orNull(value) })}
      />
      <PickField
        {...pickerOf('type')}
        label={t('panel.field.type')}
        value={nameIn(desk?.types, ticket.typeId) ?? t('panel.no-type')}
        choices={[...namedChoices(desk?.types), { value: none, label: t('panel.no-type') }]}
        selected={ticket.typeId ?? none}
        onPick={value => pickType(orNull(value))}
      />
      <PickField
        {...pickerOf('priority')}
        label={t('tickets.field.priority')}
        value={<PriorityMark priority={ticket.priority} withLabel />}
        choices={priorities.toReversed().map(value => ({ value, label: t(`priority.${value}`) }))}
        selected={ticket.priority}
        onPick={value => {
          const priority = priorities.find(one => one === value);
          if (priority) filing.ask({ priority });
        }}
      />
      {segments.map(({ name, field, label }) => (
        <PickField
          key={name}
          {...pickerOf(name)}
          label={label}
          value={nameIn(desk?.segments, ticket[field]) ?? t('panel.no-segment')}
          choices={[...namedChoices(desk?.segments), { value: none, label: t('panel.no-segment') }]}
          selected={ticket[field] ?? none}
          onPick={value => filing.ask({ [field]: orNull(value) } as Filing)}
        />
      ))}
      <TypeDialog
        ticket={ticket}
        typeId={newType}
        onClose={() => setNewType(null)}
        onChoose={wanted => {
          setNewType(null);
          filing.ask(wanted);
        }}
      />
      <UnassignDialog question={filing.question} onConfirm={filing.confirm} onClose={filing.cancel} />
    </PanelBlock>
  );
}
