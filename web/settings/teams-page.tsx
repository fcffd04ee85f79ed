import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { type Desk, useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';
import { TeamDialog } from './team-dialog.tsx';

type Team = Desk['teams'][number];

/** The teams and who belongs to them. */
export function TeamsPage() {
  const t = useT();
  const desk = useDesk().data;
  const teams = desk?.teams ?? [];
  const [edited, setEdited] = useState<Team | 'new' | null>(null);
  usePageTitle(t('settings.teams.title'));
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('settings.teams.add')}
    </Button>
  );
  function memberNames(team: Team): string {
    const names =
      desk?.agents.filter(agent => team.agentIds.includes(agent.id)).map(agent => agent.name) ?? [];
    return names.length > 0 ? names.join(', ') : t('settings.teams.nobody');
  }
  return (
    <Section text={t('settings.teams.text')} action={teams.length > 0 && add}>
      {teams.length === 0 ? (
        <EmptyState
          icon={IconUsersGroup}
          title={t('settings.teams.none')}
          text={t('settings.teams.none-text')}
          action={add}
        />
      ) : (
        <ul className={classes.rows}>
          {teams.map(team => (
            <li key={team.id} className={classes.row}>
              <span className={classes.rowMain}>
                <span className={classes.rowTitle}>{team.name}</span>
                <span className={classes.rowText}>{memberNames(team)}</span>
              </span>
              <ActionIcon
                size={36}
                aria-label={t('settings.teams.edit-one', { name: team.name })}
                onClick={() => setEdited(team)}
              >
                <IconPencil size={18} stroke={1.75} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <TeamDialog key={edited === 'new' ? 'new' : edited?.id} team={edited} onClose={() => setEdited(null)} />
    </Section>
  );
}
