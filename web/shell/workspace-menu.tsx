import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useSession } from '../data/session.ts';
import { useWasTrue } from '../ui/use-was-true.ts';
import { NewWorkspace } from './new-workspace.tsx';
import { WorkspaceMark } from './workspace-mark.tsx';
import classes from './workspace-menu.module.css';

/** The name of the workspace; the other workspaces of the same person behind it. */
export function WorkspaceMenu({ desk, isCollapsed }: { desk: Desk; isCollapsed: boolean }) {
  const t = useT();
  const session = useSession().data;
  const [isMaking, setMaking] = useState(false);
  const wasAsked = useWasTrue(isMaking);
  const { name, brandColour, slug } = desk.workspace;
  const others = session?.workspaces ?? [];
  const isOperator = session?.person.isOperator === true;
  const shown = (
    <>
      <WorkspaceMark name={name} brandColour={brandColour} />
      {!isCollapsed && <span className={classes.name}>{name}</span>}
    </>
  );
  if (others.length < 2 && !isOperator) return <div className={classes.only}>{shown}</div>;
  return (
    <>
      <Menu width={240} position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={classes.target} aria-label={t('shell.workspace.switch', { name })}>
            {shown}
            {!isCollapsed && <IconSelector size={16} aria-hidden className={classes.hint} />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('shell.workspace.all')}</Menu.Label>
          {others.map(other => (
            <Menu.Item
              key={other.slug}
              leftSection={<WorkspaceMark name={other.name} brandColour={other.brandColour} size={24} />}
              rightSection={
                other.slug === slug ? <IconCheck size={16} aria-label={t('shell.workspace.current')} /> : null
              }
              renderRoot={props => (
                <Link to="/w/$slug/inbox" params={{ slug: other.slug }} preload={false} {...props} />
              )}
            >
              {other.name}
            </Menu.Item>
          ))}
          {isOperator && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
                {t('shell.workspace.new')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {wasAsked && <NewWorkspace isOpen={isMaking} onClose={() => setMaking(false)} />}
    </>
  );
}
