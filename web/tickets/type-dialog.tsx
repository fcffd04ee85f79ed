import { Button, Group, Modal } from '@mantine/core';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import type { Ticket } from './ticket-queries.ts';
import type { Filing } from './use-filing.ts';

interface Props {
  ticket: Ticket;
  /** The type that was picked; null keeps the dialog shut. */
  typeId: string | null;
  onChoose: (filing: Filing) => void;
  onClose: () => void;
}

/** A type comes with a priority and a team (LIV-10, D-14): offers to set them as well. */
export function TypeDialog({ ticket, typeId, onChoose, onClose }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const type = desk?.types.find(one => one.id === typeId);
  const team = desk?.teams.find(one => one.id === type?.teamId);
  const isPriorityNew = type && type.priority !== ticket.priority;
  const isTeamNew = team && team.id !== ticket.teamId;
  return (
    <Modal
      opened={typeId !== null}
      onClose={onClose}
      title={t('panel.type.title', { type: type?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <p style={{ margin: 0 }}>{t('panel.type.text')}</p>
      <ul style={{ margin: '4px 0 16px', paddingInlineStart: 20 }}>
        {isPriorityNew && <li>{t('panel.type.priority', { priority: t(`priority.${type.priority}`) })}</li>}
        {isTeamNew && <li>{t('panel.type.team', { team: team.name })}</li>}
      </ul>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => onChoose({ typeId })}>
          {t('panel.type.only')}
        </Button>
        <Button
          data-autofocus
          onClick={() =>
            onChoose({
              typeId,
              ...(isPriorityNew && { priority: type.priority }),
              ...(isTeamNew && { teamId: team.id }),
            })
          }
        >
          {t('panel.type.all')}
        </Button>
      </Group>
    </Modal>
  );
}
