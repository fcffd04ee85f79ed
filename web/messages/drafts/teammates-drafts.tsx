import { Button } from '@mantine/core';
import { IconFilePencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { routes } from '../../../contract/routes/index.ts';
import { call } from '../../data/call.ts';
import { useAgent } from '../../data/desk.ts';
import { onDraftNews } from '../../data/draft-news.ts';
import { useT } from '../../data/language.ts';
import { useWorkspaceSlug } from '../../data/workspace.ts';
import { showProblem } from '../../ui/toast.ts';
import type { Mode } from '../draft.ts';
import classes from './drafts.module.css';
import { type DraftsOfTicket, draftsQuery } from './drafts-query.ts';
import { saverAt, tab } from './places.ts';

interface Props {
  number: string;
  ticketId: string;
  onTaken: (mode: Mode) => void;
}

/** Drafts that teammates have on this ticket: to be asked for, copied where shared, taken over where left behind. */
export function TeammatesDrafts({ number, ticketId, onTaken }: Props) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const query = draftsQuery(slug, number);
  const { data } = useQuery(query);
  useEffect(
    () =>
      onDraftNews(news => {
        if (news.ticketId === ticketId)
          void client.invalidateQueries({ queryKey: draftsQuery(slug, number).queryKey });
      }),
    [client, slug, number, ticketId],
  );
  return (
    <div className={classes.notices} role="status">
      {data?.others.map(one => (
        <Line key={one.id} draft={one} number={number} ticketId={ticketId} onTaken={onTaken} />
      ))}
    </div>
  );
}

function Line({ draft, number, ticketId, onTaken }: Props & { draft: DraftsOfTicket['others'][number] }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const name = useAgent(draft.agentId)?.name ?? '';
  const mode = draft.mode === 'new' ? 'reply' : draft.mode;
  const params = { id: draft.id };
  const ask = useMutation({
    networkMode: 'always',
    mutationFn: () => call(routes.drafts.ask, { params }),
    onError: error => showProblem(t, error),
    onSettled: () => client.invalidateQueries({ queryKey: draftsQuery(slug, number).queryKey }),
  });
  const take = useMutation({
    networkMode: 'always',
    mutationFn: () => call(routes.drafts.take, { params, body: { tab } }),
    onSuccess: () => {
      saverAt({ slug, number, ticketId, mode }).look();
      onTaken(mode);
    },
    onError: error => showProblem(t, error),
    onSettled: () => client.invalidateQueries({ queryKey: draftsQuery(slug, number).queryKey }),
  });
  const mayTake = draft.isLeft || draft.share === 'shared';
  const state = draft.isLeft ? 'left' : draft.share;
  return (
    <div className={classes.notice}>
      <IconFilePencil size={18} stroke={1.75} aria-hidden />
      <span className={classes.words}>{t(`drafts.others.${state}.${mode}`, { name })}</span>
      {mayTake && (
        <Button size="compact-sm" variant="default" loading={take.isPending} onClick={() => take.mutate()}>
          {t(draft.isLeft ? 'drafts.take-over' : 'drafts.copy')}
        </Button>
      )}
      {!mayTake && draft.share !== 'asked' && (
        <Button size="compact-sm" variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('drafts.ask')}
        </Button>
      )}
    </div>
  );
}
