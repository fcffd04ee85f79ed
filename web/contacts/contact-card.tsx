import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { Fact } from '../ui/fact.tsx';
import { AddEmail } from './add-email.tsx';
import classes from './contact-card.module.css';
import { ContactEditor } from './contact-editor.tsx';
import type { Contact } from './contact-queries.ts';

/** What is known of a contact, editable in place (LIV-06, LIV-07). */
export function ContactCard({ contact }: { contact: Contact }) {
  const t = useT();
  const format = useFormat();
  const own = useDesk().data?.contactFields ?? [];
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <ContactEditor contact={contact} onClose={() => setIsEditing(false)} />;
  return (
    <>
      <dl className={classes.facts}>
        <Fact name={t('panel.contact.name')}>{contact.name || t('tickets.nameless')}</Fact>
        <Fact name={t('panel.contact.emails')}>
          {contact.emails.map(email => (
            <span key={email} className={classes.line}>
              {email}
            </span>
          ))}
        </Fact>
        <Fact name={t('panel.contact.phones')}>
          {contact.phones.length > 0 &&
            contact.phones.map(phone => (
              <a key={phone} className={classes.line} href={`tel:${phone}`}>
                {phone}
              </a>
            ))}
        </Fact>
        <Fact name={t('panel.contact.location')}>{contact.location}</Fact>
        <Fact name={t('panel.contact.language')}>{t(`language.${contact.language}`)}</Fact>
        <Fact name={t('panel.contact.organisation')}>{contact.organisation?.name}</Fact>
        <Fact name={t('tickets.info.visitor')}>{contact.visitorId}</Fact>
        <Fact name={t('panel.contact.since')}>{format.date(contact.createdAt)}</Fact>
        {own.map(field => (
          <Fact key={field.id} name={field.name}>
            {shown(contact.fields[field.id], field.kind)}
          </Fact>
        ))}
      </dl>
      {contact.notes && (
        <div className={classes.notes}>
          <strong>{t('panel.contact.notes')}</strong>
          <p>{contact.notes}</p>
        </div>
      )}
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPencil size={14} aria-hidden />}
          onClick={() => setIsEditing(true)}
        >
          {t('panel.contact.edit')}
        </Button>
        <AddEmail contactId={contact.id} />
      </div>
    </>
  );

  function shown(value: string | number | undefined, kind: string): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'number') return format.number(value);
    // Noon, so that no time zone makes it another day.
    return kind === 'date' ? format.date(`${value}T12:00:00`) : value;
  }
}
