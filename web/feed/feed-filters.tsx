import { Button } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import { feedKinds } from '../../contract/routes/board.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { agentChoices, folderChoices, teamChoices } from '../tickets/choices.tsx';
import { FilterPicker } from '../tickets/filter-picker.tsx';
import classes from './feed.module.css';
import { type FeedKind, type FeedSearch, isFeedNarrowed } from './feed-search.ts';

/** What the feed shows, and in which order. */
export function FeedFilters({
  search,
  onChange,
}: {
  search: FeedSearch;
  onChange: (change: Partial<FeedSearch>) => void;
}) {
  const t = useT();
  const desk = useDesk().data;
  const kinds = feedKinds.map(kind => ({ value: kind, label: t(`feed.kind.${kind}`) }));
  return (
    <search className={classes.filters}>
      <FilterPicker
        name={t('feed.filter.kinds')}
        choices={kinds}
        selected={search.kinds}
        onChange={chosen => onChange({ kinds: chosen as FeedKind[] })}
      />
      <FilterPicker
        name={t('feed.filter.agent')}
        choices={agentChoices(desk)}
        selected={search.by}
        onChange={by => onChange({ by })}
      />
      <FilterPicker
        name={t('feed.filter.team')}
        choices={teamChoices(desk)}
        selected={search.team}
        onChange={team => onChange({ team })}
      />
      <FilterPicker
        name={t('feed.filter.folder')}
        choices={folderChoices(desk)}
        selected={search.folder}
        onChange={folder => onChange({ folder })}
      />
      {isFeedNarrowed(search) && (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => onChange({ team: [], folder: [], by: [], kinds: [] })}
        >
          {t('tickets.filter.clear')}
        </Button>
      )}
      <Button
        className={classes.order}
        variant="subtle"
        color="gray"
        size="xs"
        leftSection={<IconArrowsSort size={14} aria-hidden />}
        title={t('feed.order.change')}
        onClick={() => onChange({ order: search.order === 'newest' ? 'oldest' : 'newest' })}
      >
        {t(`feed.order.${search.order}`)}
      </Button>
    </search>
  );
}
