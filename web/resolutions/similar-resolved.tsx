import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { PanelBlock } from '../tickets/panel-block.tsx';
import panel from '../tickets/ticket-panel.module.css';
import type { Ticket } from '../tickets/ticket-queries.ts';
import classes from '../ui/tab-page.module.css';
import { similarQuery } from './resolution-query.ts';

/** What was solved before and is about the same thing, with the words that solved it (ZOH-06). */
export function SimilarResolved({ number }: { number: string }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const tickets = useQuery(similarQuery(slug, number)).data?.tickets;
  if (!tickets) return null;
  return (
    <section>
      <h2 className={classes.title}>{t('resolution.similar')}</h2>
      {tickets.length === 0 && <p className={classes.soft}>{t('resolution.similar.none')}</p>}
      {tickets.length > 0 && (
        <ul className={classes.rows} style={{ marginTop: 12 }}>
          {tickets.map(one => (
            <li key={one.id} className={classes.row}>
              <div className={classes.main}>
                <Link
                  to="/w/$slug/tickets/$number/$tab"
                  params={{ slug, number: String(one.number), tab: 'resolution' }}
                  className={classes.name}
                >
                  #{one.number} {one.subject || t('tickets.no-subject')}
                </Link>
                <p className={classes.words}>{one.text}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The same beside the conversation of a ticket that is not solved yet; no block where there is nothing to read. */
export function SimilarBlock({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const isSolved = ticket.status === 'resolved' || ticket.status === 'closed';
  const query = useQuery({ ...similarQuery(slug, String(ticket.number)), enabled: !isSolved });
  const tickets = query.data?.tickets ?? [];
  if (isSolved || tickets.length === 0) return null;
  return (
    <PanelBlock name="similar" title={t('resolution.similar')}>
      <ul className={panel.others}>
        {tickets.map(one => (
          <li key={one.id}>
            <Link
              to="/w/$slug/tickets/$number/$tab"
              params={{ slug, number: String(one.number), tab: 'resolution' }}
              className={panel.other}
              title={one.text}
            >
              #{one.number} {one.subject || t('tickets.no-subject')}
            </Link>
          </li>
        ))}
      </ul>
    </PanelBlock>
  );
}
