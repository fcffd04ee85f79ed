import { VisuallyHidden } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { useNow } from '../data/now.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { groupsOf, type Line, unassignedOf } from './overview-lines.ts';
import classes from './overview-page.module.css';

const columns = [
  ['new', { status: 'new' }],
  ['open', { status: 'open' }],
  ['pending', { status: 'pending' }],
  ['onHold', { status: 'on_hold' }],
  ['escalated', { escalated: 'yes' }],
] as const;

/** Who works on what, across teams (LIV-26): each agent's tickets by status, what nobody has on top. */
export function OverviewPage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const desk = useDesk().data;
  usePageTitle(t('lists.overview'));
  const overview = useQuery({
    // The key starts with 'tickets', so that it follows every change.
    queryKey: ['tickets', slug, 'overview'],
    queryFn: ({ signal }) => call(routes.views.overview, {}, { signal }),
    enabled: slug !== '',
  });
  if (overview.isError && !overview.data)
    return <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />;
  if (!overview.data || !desk) return <ListSkeleton rows={8} />;
  const { agents } = overview.data;
  return (
    <div className={classes.page}>
      <p className={classes.text}>{t('lists.overview.text')}</p>
      <Table label={t('lists.overview.unassigned')} lines={[unassignedOf(agents)]} desk={desk} />
      {groupsOf(desk, agents).map(group => (
        <section key={group.team?.id ?? 'none'} className={classes.group}>
          <h2 className={classes.title}>{group.team?.name ?? t('lists.overview.no-team')}</h2>
          <Table label={group.team?.name ?? t('lists.overview.no-team')} lines={group.lines} desk={desk} />
        </section>
      ))}
    </div>
  );
}

function Table({ label, lines, desk }: { label: string; lines: Line[]; desk: Desk }) {
  const t = useT();
  return (
    <table className={classes.table}>
      <caption>
        <VisuallyHidden>{label}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('lists.overview.agent')}</th>
          {columns.map(([name]) => (
            <th key={name} scope="col" className={classes.number}>
              {t(`lists.overview.${name}`)}
            </th>
          ))}
          <th scope="col">{t('lists.overview.oldest')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <AgentLine key={line.agentId ?? 'nobody'} line={line} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}

function AgentLine({ line, desk }: { line: Line; desk: Desk }) {
  const t = useT();
  const agent = desk.agents.find(one => one.id === line.agentId);
  const name = agent?.name ?? t('lists.overview.unassigned');
  const assignee = line.agentId ?? 'nobody';
  return (
    <tr>
      <th scope="row">
        <ListLink className={classes.agent} search={{ assignee }}>
          {agent ? (
            <PersonAvatar name={agent.name} size={28} />
          ) : (
            <IconUserQuestion size={24} stroke={1.5} aria-hidden />
          )}
          <span>
            {name}
            {agent?.isDisabled && <span className={classes.off}>{t('lists.overview.disabled')}</span>}
          </span>
        </ListLink>
      </th>
      {columns.map(([column, search]) => (
        <td key={column} className={classes.number}>
          <span className={classes.cellName} aria-hidden>
            {t(`lists.overview.${column}`)}
          </span>
          {line[column] > 0 ? (
            <ListLink className={classes.count} search={{ assignee, ...search }}>
              {line[column]}
              <VisuallyHidden>{` ${t(`lists.overview.${column}`)}, ${name}`}</VisuallyHidden>
            </ListLink>
          ) : (
            <span className={classes.zero}>0</span>
          )}
        </td>
      ))}
      <td className={classes.oldest}>
        <span className={classes.cellName} aria-hidden>
          {t('lists.overview.oldest')}
        </span>
        <Oldest since={line.oldestWaitingSince} />
      </td>
    </tr>
  );
}

/** The list behind a number. */
function ListLink({
  search,
  className,
  children,
}: {
  search: Record<string, string>;
  className?: string;
  children: ReactNode;
}) {
  const slug = useWorkspaceSlug();
  return (
    <Link to="/w/$slug/inbox" params={{ slug }} search={search} className={className}>
      {children}
    </Link>
  );
}

function Oldest({ since }: { since: string | null }) {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  if (since === null) return <span className={classes.zero}>–</span>;
  const minutes = Math.max(0, (now - Date.parse(since)) / 60_000);
  return (
    <span title={t('lists.age.waiting.fresh', { duration: format.duration(minutes) })}>
      {format.duration(minutes)}
    </span>
  );
}
