import { Menu } from '@mantine/core';
import { IconFolders, IconShield, IconUser, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Role } from '../../contract/rights.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import type { Desk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import chip from '../ui/chip.module.css';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { AgentFoldersDialog } from './agent-folders-dialog.tsx';
import { RowMenu } from './row-menu.tsx';
import classes from './settings.module.css';

/** One agent with role and state; an administrator changes both here. */
export function AgentRow({ agent, isMe }: { agent: Desk['agents'][number]; isMe: boolean }) {
  const t = useT();
  const change = useDeskChange({
    send: (body: { role?: Role; isDisabled?: boolean }) =>
      call(routes.people.editAgent, { params: { id: agent.id }, body }),
    apply: (desk, body) => ({
      ...desk,
      agents: desk.agents.map(each => (each.id === agent.id ? { ...each, ...body } : each)),
    }),
  });
  const [isLimiting, setLimiting] = useState(false);
  const isAdministrator = agent.role === 'administrator';
  return (
    <li className={classes.row}>
      <PersonAvatar name={agent.name} size={32} />
      <span className={classes.rowMain}>
        <span className={classes.rowTitle}>
          <span className={agent.isDisabled ? classes.isOff : undefined}>{agent.name}</span>
          {isMe && <span className={chip.chip}>{t('settings.agents.me')}</span>}
          {isAdministrator && (
            <span className={`${chip.chip} ${chip.violet}`}>
              <IconShield size={14} aria-hidden />
              {t('role.administrator')}
            </span>
          )}
          {agent.folderIds !== null && (
            <span className={chip.chip}>
              <IconFolders size={14} aria-hidden />
              {t('settings.agents.folders.count', { count: agent.folderIds.length })}
            </span>
          )}
          {agent.isDisabled && (
            <span className={chip.chip}>
              <IconUserOff size={14} aria-hidden />
              {t('settings.agents.disabled')}
            </span>
          )}
        </span>
        <span className={classes.rowText}>{agent.email}</span>
      </span>
      <RowMenu label={t('settings.row.actions', { name: agent.name })}>
        <Menu.Item
          leftSection={
            isAdministrator ? <IconUser size={16} aria-hidden /> : <IconShield size={16} aria-hidden />
          }
          onClick={() => change.mutate({ role: isAdministrator ? 'agent' : 'administrator' })}
        >
          {t(isAdministrator ? 'settings.agents.make-agent' : 'settings.agents.make-administrator')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolders size={16} aria-hidden />} onClick={() => setLimiting(true)}>
          {t('settings.agents.folders.limit')}
        </Menu.Item>
        <Menu.Item
          color={agent.isDisabled ? undefined : 'red'}
          leftSection={
            agent.isDisabled ? <IconUserCheck size={16} aria-hidden /> : <IconUserOff size={16} aria-hidden />
          }
          onClick={() => change.mutate({ isDisabled: !agent.isDisabled })}
        >
          {t(agent.isDisabled ? 'settings.agents.enable' : 'settings.agents.disable')}
        </Menu.Item>
      </RowMenu>
      {isLimiting && <AgentFoldersDialog agent={agent} onClose={() => setLimiting(false)} />}
    </li>
  );
}
