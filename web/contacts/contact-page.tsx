import { Button } from '@mantine/core';
import { IconArrowLeft, IconMail, IconTicket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { FormSkeleton } from '../ui/skeletons.tsx';
import { ContactCard } from './contact-card.tsx';
import classes from './contact-page.module.css';
import { type Contact, contactQuery } from './contact-queries.ts';
import { TicketsOf } from './tickets-of.tsx';

/** One contact: who they are, and all they and their organisation have asked (LIV-34). */
export function ContactPage({ id }: { id: string }) {
  const slug = useWorkspaceSlug();
  const t = useT();
  const query = useQuery(contactQuery(slug, id));
  const contact = query.data;
  usePageTitle(contact ? contact.name || contact.visitorId : t('contacts.title'));
  if (query.isError && !contact)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={classes.page}>
      <Link to="/w/$slug/contacts" params={{ slug }} className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t('contacts.back')}
      </Link>
      {contact ? <Known contact={contact} /> : <FormSkeleton lines={6} />}
    </div>
  );
}

function Known({ contact }: { contact: Contact }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const { organisation } = contact;
  const name = contact.name || contact.visitorId;
  const to = contact.emails[0];
  const write = to && (
    <Button
      variant="default"
      leftSection={<IconMail size={16} aria-hidden />}
      renderRoot={props => (
        <Link
          to="/w/$slug/tickets/new"
          params={{ slug }}
          search={{ to, name: contact.name || undefined }}
          {...props}
        />
      )}
    >
      {t('contacts.tickets.write')}
    </Button>
  );
  return (
    <div className={classes.columns}>
      <section className={classes.card} aria-label={t('contacts.card')}>
        <div className={classes.who}>
          <PersonAvatar name={name} size={40} />
          <h2 className={classes.name}>{name}</h2>
        </div>
        <ContactCard contact={contact} />
      </section>
      <div className={classes.tickets}>
        {write}
        <TicketsOf
          whose={{ kind: 'contact', id: contact.id }}
          first={20}
          title={count => t('panel.others.all', { count, name })}
          empty={
            <EmptyState
              icon={IconTicket}
              title={t('contacts.tickets.none')}
              text={t('contacts.tickets.none-text')}
            />
          }
        />
        {organisation && (
          <TicketsOf
            whose={{ kind: 'organisation', id: organisation.id, withoutContact: contact.id }}
            first={10}
            withRequester
            title={count => t('panel.others.organisation', { count, name: organisation.name })}
          />
        )}
      </div>
    </div>
  );
}
