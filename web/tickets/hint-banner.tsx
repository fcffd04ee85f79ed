import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { hasText } from '../../contract/i18n/texts.ts';
import { MoveToHinted } from '../arrivals/move-to-hinted.tsx';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import classes from './hint-banner.module.css';
import type { Ticket } from './ticket-queries.ts';

/** Why a mail that claimed to answer another ticket opened this one instead; agents only (S5). */
export function HintBanner({ number: own, hint }: { number: string; hint: NonNullable<Ticket['hint']> }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const key = `tickets.hint.${hint.code}`;
  const number = hint.ticketNumber === null ? null : String(hint.ticketNumber);
  return (
    <div className={classes.banner} role="note">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <span>
        {t(hasText(key) ? key : 'tickets.hint.other')}{' '}
        {number && (
          <Link to="/w/$slug/tickets/$number" params={{ slug, number }}>
            {t('tickets.hint.see', { number })}
          </Link>
        )}
      </span>
      {number && isMovable(hint.code) && <MoveToHinted number={own} to={number} />}
    </div>
  );
}

/** A follow-up of a ticket that is closed for good, or what an agent took out of one, cannot go there. */
const isMovable = (code: string) => code !== 'follow-up' && code !== 'moved-from';
