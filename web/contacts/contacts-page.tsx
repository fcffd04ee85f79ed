import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAddressBook, IconSearch, IconUserOff } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { type Contact, contactsQuery } from './contact-queries.ts';
import classes from './contacts-page.module.css';

/** How many a search gives at first, and at most. */
const [few, most] = [20, 100];

/** Everybody who has written: the newest first, or those whom a search finds. */
export function ContactsPage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const search: { q?: string } = useSearch({ strict: false });
  const q = search.q?.trim() ?? '';
  const [typed, setTyped] = useState(q);
  const [limit, setLimit] = useState(few);
  usePageTitle(t('contacts.title'));
  const ask = useDebouncedCallback((text: string) => {
    setLimit(few);
    void navigate({ to: '.', search: { q: text.trim() || undefined }, replace: true });
  }, 200);
  const query = useInfiniteQuery({
    ...contactsQuery(slug, q, limit),
    placeholderData: keepPreviousData,
  });
  const contacts = query.data?.pages.flatMap(page => page.contacts) ?? [];
  const isCut = q !== '' && contacts.length >= limit;
  return (
    <section className={classes.page} aria-label={t('contacts.title')}>
      <TextInput
        className={classes.search}
        type="search"
        aria-label={t('contacts.search')}
        placeholder={t('contacts.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={200}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      {query.isPending ? (
        <ListSkeleton rows={10} height={56} />
      ) : query.isError && contacts.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : contacts.length === 0 ? (
        <EmptyState
          icon={q ? IconUserOff : IconAddressBook}
          title={t(q ? 'contacts.none-found' : 'contacts.empty')}
          text={t(q ? 'contacts.none-found.text' : 'contacts.empty.text')}
          action={
            q && (
              <Button
                variant="default"
                onClick={() => {
                  setTyped('');
                  ask('');
                }}
              >
                {t('contacts.search.clear')}
              </Button>
            )
          }
        />
      ) : (
        <>
          <ul className={classes.contacts}>
            {contacts.map(contact => (
              <Row key={contact.id} contact={contact} />
            ))}
          </ul>
          <p className={classes.count} role="status">
            {t('contacts.count', { count: contacts.length })}
            {isCut && limit >= most && ` ${t('contacts.many', { limit: most })}`}
          </p>
          {(query.hasNextPage || (isCut && limit < most)) && (
            <Button
              variant="default"
              loading={query.isFetching}
              onClick={() => (q ? setLimit(most) : void query.fetchNextPage())}
            >
              {t('contacts.more')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Row({ contact }: { contact: Contact }) {
  const slug = useWorkspaceSlug();
  const name = contact.name || contact.visitorId;
  return (
    <li className={classes.contact}>
      <PersonAvatar name={name} size={32} />
      <Link
        to="/w/$slug/contacts/$contactId"
        params={{ slug, contactId: contact.id }}
        className={classes.name}
      >
        {name}
      </Link>
      <span className={classes.detail}>{contact.emails.join(', ')}</span>
      <span className={classes.detail}>{contact.phones.join(', ')}</span>
      <span className={classes.detail}>{contact.organisation?.name}</span>
    </li>
  );
}
