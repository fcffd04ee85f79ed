import { Button } from '@mantine/core';
import { IconUserCheck, IconUserPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { agentChoices } from './choices.tsx';
import { PanelBlock } from './panel-block.tsx';
import { PickField } from './pick-field.tsx';
import classes from './ticket-panel.module.css';
import type { PanelProps } from './ticket-panel.tsx';
import { useUnfit } from './use-assignable.ts';

const nobody = 'nobody';

/** Who has the ticket: only those are offered who can have it (LUM-25, LUM-30, D-13). */
export function AssignmentBlock({ ticket, open, onOpen, onChange }: PanelProps) {
  const t = useT();
  const desk = useDesk().data;
  const unfit = useUnfit(ticket);
  const reasonId = useId();
  const agent = desk?.agents.find(one => one.id === ticket.assigneeId);
  const me = desk?.me.id;
  const offered = agentChoices(desk).filter(choice => unfit(choice.value) === null);
  const areFew = offered.length < agentChoices(desk).length;
  const whyNotMe = me ? unfit(me) : null;
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
        choices={[...offered, { value: nobody, label: t('tickets.nobody') }]}
        selected={ticket.assigneeId ?? nobody}
        isOpen={open === 'assignee'}
        onOpenChange={isOpen => onOpen(isOpen ? 'assignee' : null)}
        onPick={value => onChange({ assigneeId: value === nobody ? null : value })}
        footer={areFew ? t('panel.assignable.few') : undefined}
      />
      {agent && ticket.status === 'new' && (
        <p className={classes.taken}>
          <IconUserCheck size={16} aria-hidden /> {t('panel.taken-by', { agent: agent.name })}
        </p>
      )}
      {me && ticket.assigneeId !== me && (
        <>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconUserPlus size={16} aria-hidden />}
            // Stays in the tab order, so that its reason is heard.
            aria-disabled={whyNotMe !== null}
            data-disabled={whyNotMe !== null || undefined}
            aria-describedby={whyNotMe ? reasonId : undefined}
            onClick={() => whyNotMe === null && onChange({ assigneeId: me })}
          >
            {t('tickets.assign-me')}
          </Button>
          {whyNotMe && (
            <p className={classes.hint} id={reasonId}>
              {t(`panel.assign-me.${whyNotMe}`)}
            </p>
          )}
        </>
      )}
    </PanelBlock>
  );
}
