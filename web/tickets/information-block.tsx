import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ContactCard } from '../contacts/contact-card.tsx';
import { contactQuery } from '../contacts/contact-queries.ts';
import { TicketsOf } from '../contacts/tickets-of.tsx';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Fact } from '../ui/fact.tsx';
import { FormSkeleton } from '../ui/skeletons.tsx';
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
      <ContactPart ticket={ticket} />
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
      <TicketsOf
        whose={{ kind: 'contact', id: ticket.contactId }}
        first={6}
        except={ticket.id}
        title={count => t('panel.others.contact', { count })}
      />
      <OfOrganisation ticket={ticket} />
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

/** The contact as they are known today, who may be called otherwise than the request says (D-06). */
function ContactPart({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const query = useQuery(contactQuery(slug, ticket.contactId));
  const contact = query.data;
  return (
    <>
      <h3 className={classes.sub}>{t('tickets.info.contact')}</h3>
      {contact ? (
        <>
          {contact.name && contact.name !== ticket.requester.name && (
            <p className={classes.known}>{t('panel.now-known', { name: contact.name })}</p>
          )}
          <ContactCard contact={contact} />
          <Link
            to="/w/$slug/contacts/$contactId"
            params={{ slug, contactId: contact.id }}
            className={classes.link}
          >
            {t('panel.contact.open')}
          </Link>
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <FormSkeleton lines={3} />
      )}
    </>
  );
}

/** What others of the same organisation have asked (LIV-34). */
function OfOrganisation({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const organisation = useQuery(contactQuery(slug, ticket.contactId)).data?.organisation;
  if (!organisation) return null;
  return (
    <TicketsOf
      whose={{ kind: 'organisation', id: organisation.id, withoutContact: ticket.contactId }}
      first={3}
      withRequester
      title={count => t('panel.others.organisation', { count, name: organisation.name })}
    />
  );
}
