import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { unfitFor } from '../../contract/assignable.ts';
import { priorities } from '../../contract/fields.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { PriorityMark } from '../ui/priority-mark.tsx';
import { TagChip } from '../ui/tag-chip.tsx';
import { agentChoices, folderChoices, tagChoices, teamChoices } from './choices.tsx';
import classes from './new-ticket.module.css';
import type { NewTicketFields } from './new-ticket-form.ts';
import { PickField } from './pick-field.tsx';
import { Picker } from './picker.tsx';
import panel from './ticket-panel.module.css';
import { placeIn, useUnfit } from './use-assignable.ts';

interface Props {
  fields: NewTicketFields;
  onChange: (part: Partial<NewTicketFields>) => void;
}

const none = 'nobody';
type Open = 'assignee' | 'folder' | 'team' | 'priority' | 'tags' | null;

/** Where the new ticket goes: assignee, folder, team, priority, tags (LUM-28 to LUM-30). */
export function NewTicketFiling({ fields, onChange }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const [open, setOpen] = useState<Open>(null);
  const agent = desk?.agents.find(one => one.id === fields.assigneeId);
  const folder =
    desk?.folders.find(one => one.id === fields.folderId) ?? desk?.folders.find(one => one.isDefault);
  const unfit = useUnfit({ folderId: folder?.id ?? '', teamId: fields.teamId, segmentId: null });
  const team = desk?.teams.find(one => one.id === fields.teamId);
  const tags = fields.tagIds.flatMap(id => desk?.tags.find(tag => tag.id === id) ?? []);
  const pickerOf = (name: Open) => ({
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : null),
  });
  /** Who cannot have the ticket where it goes now is no longer chosen. */
  function move(part: { folderId: string } | { teamId: string | null }): void {
    const where = { folderId: folder?.id ?? '', teamId: fields.teamId, segmentId: null, ...part };
    const isLost = desk && agent && unfitFor(agent, placeIn(desk, where)) !== null;
    onChange({ ...part, ...(isLost && { assigneeId: null }) });
  }
  const orNull = (value: string) => (value === none ? null : value);
  const toggleTag = (id: string) => {
    const has = fields.tagIds.includes(id);
    onChange({ tagIds: has ? fields.tagIds.filter(one => one !== id) : [...fields.tagIds, id] });
  };

  return (
    <fieldset className={classes.filing}>
      <legend className={classes.legend}>{t('tickets.new.filing')}</legend>
      <PickField
        {...pickerOf('assignee')}
        label={t('tickets.field.assignee')}
        value={agent ? <Named name={agent.name} /> : t('tickets.nobody')}
        choices={[
          ...agentChoices(desk).filter(choice => !unfit(choice.value)),
          { value: none, label: t('tickets.nobody') },
        ]}
        selected={fields.assigneeId ?? none}
        onPick={value => onChange({ assigneeId: orNull(value) })}
      />
      <PickField
        {...pickerOf('folder')}
        label={t('tickets.field.folder')}
        value={folder?.name ?? '…'}
        choices={folderChoices(desk)}
        selected={folder?.id ?? null}
        onPick={folderId => move({ folderId })}
      />
      <PickField
        {...pickerOf('team')}
        label={t('tickets.field.team')}
        value={team?.name ?? t('tickets.no-team')}
        choices={[...teamChoices(desk), { value: none, label: t('tickets.no-team') }]}
        selected={fields.teamId ?? none}
        onPick={value => move({ teamId: orNull(value) })}
      />
      <PickField
        {...pickerOf('priority')}
        label={t('tickets.field.priority')}
        value={<PriorityMark priority={fields.priority} withLabel />}
        choices={priorities.toReversed().map(value => ({ value, label: t(`priority.${value}`) }))}
        selected={fields.priority}
        onPick={value => {
          const priority = priorities.find(one => one === value);
          if (priority) onChange({ priority });
        }}
      />
      <span className={panel.label}>{t('tickets.block.tags')}</span>
      <div className={panel.tags}>
        {tags.map(tag => (
          <TagChip key={tag.id} name={tag.name} colour={tag.colour} onRemove={() => toggleTag(tag.id)} />
        ))}
        <Picker
          {...pickerOf('tags')}
          label={t('tickets.block.tags')}
          choices={tagChoices(desk)}
          selected={fields.tagIds}
          isMultiple
          onPick={toggleTag}
          target={toggle => (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={toggle}
            >
              {t('tickets.tags.add')}
            </Button>
          )}
        />
      </div>
    </fieldset>
  );
}

function Named({ name }: { name: string }) {
  return (
    <>
      <PersonAvatar name={name} size={20} /> {name}
    </>
  );
}
