import { Link } from '@tanstack/react-router';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './search.module.css';
import type { ContactHit } from './use-search.ts';

/** One contact that was found; leads to their page. */
export function ContactHitRow({ contact }: { contact: ContactHit }) {
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
            to="/w/$slug/contacts/$contactId"
            params={{ slug, contactId: contact.id }}
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
