import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import { PanelBlock } from './panel-block.tsx';
import classes from './ticket-panel.module.css';
import type { Ticket } from './ticket-queries.ts';

/** Who asked, as it was then and as they are known now, with their other tickets and where this one came in. */
export function InformationBlock({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const format = useFormat();
  return (
    <PanelBlock name="information" title={t('tickets.block.information')}>
      <h3 className={classes.sub}>
        {t('tickets.info.requester')} <Fixed />
      </h3>
      <dl className={classes.facts}>
        <Fact name={t('tickets.info.name')}>{ticket.requester.name || t('tickets.nameless')}</Fact>
        <Fact name={t('tickets.info.email')}>{ticket.requester.email}</Fact>
        <Fact name={t('tickets.info.received')}>{format.dateTime(ticket.receivedAt)}</Fact>
      </dl>
      <Contact id={ticket.contactId} requester={ticket.requester} />
      <h3 className={classes.sub}>{t('tickets.info.ticket')}</h3>
      <dl className={classes.facts}>
        <Fact name={t('tickets.info.channel')}>{t(`channel.${ticket.channel}`)}</Fact>
        <Fact name={t('tickets.info.mailbox')}>{ticket.mailbox?.address}</Fact>
        <Fact name={t('tickets.info.first-reply')}>
          {ticket.firstRepliedAt && format.dateTime(ticket.firstRepliedAt)}
        </Fact>
        <Fact name={t('tickets.info.resolved')}>
          {ticket.resolvedAt && format.dateTime(ticket.resolvedAt)}
        </Fact>
      </dl>
      <OtherTickets tickets={ticket.otherTickets} />
    </PanelBlock>
  );
}

/** The snapshot of who asked stays as it came (QCX-13). */
function Fixed() {
  const t = useT();
  return (
    <Tooltip
      label={t('tickets.info.fixed')}
      multiline
      w={240}
      events={{ hover: true, focus: true, touch: true }}
    >
      <UnstyledButton className={classes.lock} aria-label={t('tickets.info.fixed')}>
        <IconLock size={14} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
}

/** What is known of the contact now; what the request says already is not said twice. */
function Contact({ id, requester }: { id: string; requester: Ticket['requester'] }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const contact = useQuery({
    queryKey: ['contact', slug, id],
    queryFn: ({ signal }) => call(routes.people.contact, { params: { id } }, { signal }),
  }).data;
  if (!contact) return null;
  return (
    <>
      <h3 className={classes.sub}>{t('tickets.info.contact')}</h3>
      <dl className={classes.facts}>
        <Fact name={t('tickets.info.name')}>{contact.name !== requester.name && contact.name}</Fact>
        <Fact name={t('tickets.info.email')}>
          {contact.emails.join() !== requester.email && contact.emails.join(', ')}
        </Fact>
        <Fact name={t('tickets.info.phone')}>{contact.phones.join(', ')}</Fact>
        <Fact name={t('tickets.info.location')}>{contact.location}</Fact>
        <Fact name={t('tickets.info.language')}>{t(`language.${contact.language}`)}</Fact>
        <Fact name={t('tickets.info.organisation')}>{contact.organisation?.name}</Fact>
        <Fact name={t('tickets.info.visitor')}>{contact.visitorId}</Fact>
      </dl>
    </>
  );
}

function OtherTickets({ tickets }: { tickets: Ticket['otherTickets'] }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const format = useFormat();
  if (tickets.length === 0) return null;
  return (
    <>
      <h3 className={classes.sub}>{t('tickets.info.others')}</h3>
      <ul className={classes.others}>
        {tickets.map(other => (
          <li key={other.id}>
            <Link
              to="/w/$slug/tickets/$number"
              params={{ slug, number: String(other.number) }}
              className={classes.other}
              title={format.dateTime(other.receivedAt)}
            >
              #{other.number} {other.subject || t('tickets.no-subject')}
            </Link>
            <StatusPill status={other.status} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A name and its value; nothing is shown for what is not known. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) return null;
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
