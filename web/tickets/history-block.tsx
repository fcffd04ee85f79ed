import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { HistorySentence } from './history-line.tsx';
import { PanelBlock } from './panel-block.tsx';
import classes from './ticket-panel.module.css';
import { historyQuery } from './ticket-queries.ts';

/** The last five things done to the ticket, and the way to all of them (LUM-25, LUM-33). */
export function HistoryBlock({ number }: { number: string }) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const lines = useQuery(historyQuery(slug, number)).data ?? [];
  return (
    <PanelBlock name="history" title={t('tickets.block.history')}>
      <ol className={classes.history}>
        {lines.slice(0, 5).map(line => (
          <li key={line.id}>
            <HistorySentence line={line} />
            <time dateTime={line.at} title={format.dateTime(line.at)} className={classes.at}>
              {format.ago(line.at)}
            </time>
          </li>
        ))}
      </ol>
      <Link
        to="/w/$slug/tickets/$number/$tab"
        params={{ slug, number, tab: 'history' }}
        className={classes.link}
      >
        {t('tickets.history.all')}
      </Link>
    </PanelBlock>
  );
}
