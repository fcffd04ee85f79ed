import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconClockPause,
  IconDots,
  IconFlame,
  IconLayoutSidebarRight,
  IconLink,
  IconMailOpened,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { isLocked } from '../../contract/fields.ts';
import { EscalateDialog } from '../board/escalate-dialog.tsx';
import { useAgent } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { useWasTrue } from '../ui/use-was-true.ts';
import { useLastList } from './last-list.ts';
import { Readers } from './readers.tsx';
import { StatusPicker } from './status-picker.tsx';
import classes from './ticket-header.module.css';
import type { Ticket } from './ticket-queries.ts';
import { type TabName, ticketTabs } from './ticket-tabs.tsx';
import type { TicketChange } from './use-ticket-change.ts';

interface Props {
  ticket: Ticket;
  tab: TabName;
  isStatusOpen: boolean;
  onStatusOpenChange: (isOpen: boolean) => void;
  onChange: (change: TicketChange) => void;
  onNext: () => void;
  onUnread: () => void;
  /** Asks until when to postpone; undefined where it cannot be. */
  onPostpone?: () => void;
  /** Opens the panel where there is no room for it beside the conversation; undefined where it stands there. */
  onPanel?: () => void;
}

/** Subject, number, status, tabs, and the ways on: back to the list, to the next ticket. */
export function TicketHeader(props: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const format = useFormat();
  const { ticket, tab } = props;
  const agent = useAgent(ticket.assigneeId);
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the tabs are a row that scrolls: the one shown must be seen in it.
    const current = tabs.current?.querySelector(`[data-tab="${tab}"]`);
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab]);
  const number = String(ticket.number);
  const params = { slug, number };
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <BackToList />
        <h1 className={classes.subject}>
          {ticket.subject || t('tickets.no-subject')} <span className={classes.number}>#{number}</span>
        </h1>
        <Readers ticketId={ticket.id} />
        <More ticket={ticket} onUnread={props.onUnread} onPostpone={props.onPostpone} />
        {props.onPanel && (
          <ActionIcon aria-label={t('tickets.panel.open')} onClick={props.onPanel}>
            <IconLayoutSidebarRight size={18} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.bottom}>
        <nav ref={tabs} className={classes.tabs} aria-label={t('tickets.tabs')}>
          {ticketTabs.map(({ name, Page }) => (
            <Link
              key={name}
              to={Page ? '/w/$slug/tickets/$number/$tab' : '/w/$slug/tickets/$number'}
              params={{ ...params, tab: name }}
              className={classes.tab}
              data-tab={name}
              aria-current={tab === name ? 'page' : undefined}
              activeOptions={{ exact: true }}
            >
              {t(`tickets.tab.${name}`)}
              {ticket.counts[name] > 0 && (
                <span className={classes.count}>{format.number(ticket.counts[name])}</span>
              )}
            </Link>
          ))}
        </nav>
        <div className={classes.actions}>
          {agent && ticket.status === 'new' && (
            <span className={classes.taken}>
              <IconUserCheck size={14} aria-hidden /> {t('panel.taken-by', { agent: agent.name })}
            </span>
          )}
          <StatusPicker
            ticket={ticket}
            isOpen={props.isStatusOpen}
            onOpenChange={props.onStatusOpenChange}
            onChange={props.onChange}
          />
          {props.onPostpone && (
            <Button
              className={classes.long}
              size="xs"
              variant="default"
              leftSection={<IconClockPause size={14} aria-hidden />}
              onClick={props.onPostpone}
            >
              {t('postponing.do')}
            </Button>
          )}
          <ActionIcon
            className={classes.short}
            variant="default"
            size={30}
            aria-label={t('tickets.next')}
            onClick={props.onNext}
          >
            <IconArrowRight size={16} />
          </ActionIcon>
          <Button
            className={classes.long}
            size="xs"
            variant="default"
            rightSection={<IconArrowRight size={14} aria-hidden />}
            onClick={props.onNext}
          >
            {t('tickets.next')}
          </Button>
        </div>
      </div>
    </header>
  );
}

function BackToList() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const last = useLastList();
  const label = t('tickets.back');
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        renderRoot={props =>
          last ? <Link to={last} {...props} /> : <Link to="/w/$slug/inbox" params={{ slug }} {...props} />
        }
      >
        <IconArrowLeft size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

function More({ ticket, onUnread, onPostpone }: Pick<Props, 'ticket' | 'onUnread' | 'onPostpone'>) {
  const t = useT();
  const [isEscalating, setIsEscalating] = useState(false);
  const wasEscalating = useWasTrue(isEscalating);
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('tickets.more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {onPostpone && (
            <Menu.Item leftSection={<IconClockPause size={16} aria-hidden />} onClick={onPostpone}>
              {t('postponing.do')}
            </Menu.Item>
          )}
          {!isLocked(ticket.status) && (
            <Menu.Item
              leftSection={<IconFlame size={16} aria-hidden />}
              onClick={() => setIsEscalating(true)}
            >
              {t('board.escalate')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconMailOpened size={16} aria-hidden />} onClick={onUnread}>
            {t('tickets.mark-unread')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLink size={16} aria-hidden />}
            onClick={() => void navigator.clipboard?.writeText(location.href)}
          >
            {t('tickets.copy-link')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {wasEscalating && (
        <EscalateDialog ticket={isEscalating ? ticket : null} onClose={() => setIsEscalating(false)} />
      )}
    </>
  );
}
