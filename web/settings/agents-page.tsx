import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { AgentRow } from './agent-row.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';

/** Who works here, with which role, and who is invited (LUM-35). */
export function AgentsPage() {
  const t = useT();
  const desk = useDesk().data;
  const [isInviting, setInviting] = useState(false);
  usePageTitle(t('settings.agents.title'));
  if (!desk) return null;
  return (
    <>
      <Section
        text={t('settings.agents.text')}
        action={
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
            {t('settings.agents.invite')}
          </Button>
        }
      >
        <ul className={classes.rows}>
          {desk.agents.map(agent => (
            <AgentRow key={agent.id} agent={agent} isMe={agent.id === desk.me.id} />
          ))}
        </ul>
      </Section>
      <Invitations onInvite={() => setInviting(true)} />
      <InviteDialog isOpen={isInviting} keepsMail={desk.keepsMail} onClose={() => setInviting(false)} />
    </>
  );
}
