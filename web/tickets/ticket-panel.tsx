import { Button } from '@mantine/core';
import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import { priorities } from '../../contract/fields.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { PriorityMark } from '../ui/priority-mark.tsx';
import { TagChip } from '../ui/tag-chip.tsx';
import { agentChoices, folderChoices, tagChoices, teamChoices } from './choices.tsx';
import { HistoryBlock } from './history-block.tsx';
import { InformationBlock } from './information-block.tsx';
import { PanelBlock } from './panel-block.tsx';
import { PickField } from './pick-field.tsx';
import { Picker } from './picker.tsx';
import classes from './ticket-panel.module.css';
import type { Ticket } from './ticket-queries.ts';
import type { TicketChange } from './use-ticket-change.ts';

/** Which list of the page stands open; keys open them too. */
export type OpenPicker = 'status' | 'assignee' | 'folder' | 'team' | 'priority' | 'tags' | null;

interface Props {
  ticket: Ticket;
  open: OpenPicker;
  onOpen: (open: OpenPicker) => void;
  onChange: (change: TicketChange) => void;
}

/** The five blocks beside the conversation: assignment, folder, information, history, tags (LUM-25). */
export function TicketPanel(props: Props) {
  return (
    <div className={classes.panel}>
      <AssignmentBlock {...props} />
      <FolderBlock {...props} />
      <InformationBlock ticket={props.ticket} />
      <HistoryBlock number={String(props.ticket.number)} />
      <TagsBlock {...props} />
    </div>
  );
}

const nobody = 'nobody';

function AssignmentBlock({ ticket, open, onOpen, onChange }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const agent = desk?.agents.find(one => one.id === ticket.assigneeId);
  const me = desk?.me.id;
  return (
    <PanelBlock name="assignment" title={t('tickets.block.assignment')} isForced={open === 'assignee'}>
      <PickField
        label={t('tickets.field.assignee')}
        value={
          agent ? (
            <>
              <PersonAvatar name={agent.name} size={20} /> {agent.name}
            </>
          ) : (
            t('tickets.nobody')
          )
        }
        choices={[...agentChoices(desk), { value: nobody, label: t('tickets.nobody') }]}
        selected={ticket.assigneeId ?? nobody}
        isOpen={open === 'assignee'}
        onOpenChange={isOpen => onOpen(isOpen ? 'assignee' : null)}
        onPick={value => onChange({ assigneeId: value === nobody ? null : value })}
      />
      {me && ticket.assigneeId !== me && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => onChange({ assigneeId: me })}
        >
          {t('tickets.assign-me')}
        </Button>
      )}
    </PanelBlock>
  );
}

function FolderBlock({ ticket, open, onOpen, onChange }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const folder = desk?.folders.find(one => one.id === ticket.folderId);
  const team = desk?.teams.find(one => one.id === ticket.teamId);
  const toggle = (name: OpenPicker) => (isOpen: boolean) => onOpen(isOpen ? name : null);
  return (
    <PanelBlock
      name="folder"
      title={t('tickets.block.folder')}
      isForced={open === 'folder' || open === 'team' || open === 'priority'}
    >
      <PickField
        label={t('tickets.field.folder')}
        value={folder?.name ?? '…'}
        choices={folderChoices(desk)}
        selected={ticket.folderId}
        isOpen={open === 'folder'}
        onOpenChange={toggle('folder')}
        onPick={folderId => onChange({ folderId })}
      />
      <PickField
        label={t('tickets.field.team')}
        value={team?.name ?? t('tickets.no-team')}
        choices={[...teamChoices(desk), { value: nobody, label: t('tickets.no-team') }]}
        selected={ticket.teamId ?? nobody}
        isOpen={open === 'team'}
        onOpenChange={toggle('team')}
        onPick={value => onChange({ teamId: value === nobody ? null : value })}
      />
      <PickField
        label={t('tickets.field.priority')}
        value={<PriorityMark priority={ticket.priority} withLabel />}
        choices={priorities.toReversed().map(priority => ({
          value: priority,
          label: t(`priority.${priority}`),
        }))}
        selected={ticket.priority}
        isOpen={open === 'priority'}
        onOpenChange={toggle('priority')}
        onPick={value => {
          const priority = priorities.find(one => one === value);
          if (priority) onChange({ priority });
        }}
      />
    </PanelBlock>
  );
}

function TagsBlock({ ticket, open, onOpen, onChange }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const tags = ticket.tagIds.flatMap(id => desk?.tags.find(tag => tag.id === id) ?? []);
  const toggleTag = (id: string) => {
    const has = ticket.tagIds.includes(id);
    onChange({ tagIds: has ? ticket.tagIds.filter(one => one !== id) : [...ticket.tagIds, id] });
  };
  return (
    <PanelBlock name="tags" title={t('tickets.block.tags')} isForced={open === 'tags'}>
      <div className={classes.tags}>
        {tags.map(tag => (
          <TagChip key={tag.id} name={tag.name} colour={tag.colour} onRemove={() => toggleTag(tag.id)} />
        ))}
        <Picker
          label={t('tickets.block.tags')}
          choices={tagChoices(desk)}
          selected={ticket.tagIds}
          isMultiple
          isOpen={open === 'tags'}
          onOpenChange={isOpen => onOpen(isOpen ? 'tags' : null)}
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
      {desk?.tags.length === 0 && <p className={classes.hint}>{t('tickets.tags.none')}</p>}
    </PanelBlock>
  );
}
