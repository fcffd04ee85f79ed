import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './search.module.css';
import type { ContactHit } from './use-search.ts';

/** The words that find a contact's tickets. */
export function ticketsOf(
  contact: Pick<ContactHit, 'name' | 'visitorId' | 'emails'>,
  operator: string,
): string {
  return `${operator}:${contact.emails[0] ?? `"${contact.name || contact.visitorId}"`}`;
}

/** One contact that was found; leads to what they wrote. */
export function ContactHitRow({ contact, operator }: { contact: ContactHit; operator: string }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const name = contact.name || contact.visitorId;
  const known = [...contact.emails, ...contact.phones, contact.organisation?.name].filter(Boolean);
  return (
    <li className={classes.hit}>
      <PersonAvatar name={name} size={32} />
      <div className={classes.body}>
        <h3 className={classes.name}>
          <Link
            className={classes.link}
            to="/w/$slug/search"
            params={{ slug }}
            search={{ q: ticketsOf(contact, operator), section: 'tickets' }}
            aria-label={t('search.contact.open', { name })}
          >
            {name}
          </Link>
        </h3>
        <p className={classes.facts}>
          {known.map(one => (
            <span key={one}>{one}</span>
          ))}
        </p>
      </div>
    </li>
  );
}
