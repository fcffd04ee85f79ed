import { Button } from '@mantine/core';
import { IconFilePencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { routes } from '../../../contract/routes/index.ts';
import { call } from '../../data/call.ts';
import type { Desk } from '../../data/desk.ts';
import { onBack, onDraftNews } from '../../data/draft-news.ts';
import { useT } from '../../data/language.ts';
import { showProblem } from '../../ui/toast.ts';
import classes from './drafts.module.css';
import { type MyDraft, myDraftsQuery } from './drafts-query.ts';
import { saveWhatIsLeft } from './places.ts';

/** Above every page: teammates who ask for a draft of mine. Also saves what was written here without a connection. */
export function DraftRequests({ desk }: { desk: Desk }) {
  const { slug } = desk.workspace;
  const client = useQueryClient();
  const { data } = useQuery(myDraftsQuery(slug));
  useEffect(() => {
    saveWhatIsLeft(slug);
    const refresh = () => void client.invalidateQueries({ queryKey: ['drafts', slug] });
    const stops = [onDraftNews(refresh), onBack(refresh), onBack(() => saveWhatIsLeft(slug))];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, slug]);
  return (
    <div className={`${classes.notices} ${classes.bar}`} role="status">
      {data?.flatMap(draft =>
        draft.askedBy.map(agentId => (
          <Request key={`${draft.id} ${agentId}`} desk={desk} draft={draft} agentId={agentId} />
        )),
      )}
    </div>
  );
}

function Request({ desk, draft, agentId }: { desk: Desk; draft: MyDraft; agentId: string }) {
  const t = useT();
  const client = useQueryClient();
  const { slug } = desk.workspace;
  const key = myDraftsQuery(slug).queryKey;
  const name = desk.agents.find(one => one.id === agentId)?.name ?? '';
  const answer = useMutation({
    networkMode: 'always',
    mutationFn: (isShared: boolean) =>
      call(routes.drafts.share, { params: { id: draft.id }, body: { agentId, isShared } }),
    onMutate: () =>
      client.setQueryData(key, now =>
        now?.map(one =>
          one.id === draft.id ? { ...one, askedBy: one.askedBy.filter(id => id !== agentId) } : one,
        ),
      ),
    onError: error => showProblem(t, error),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  const number = draft.ticket ? String(draft.ticket.number) : '';
  return (
    <div className={classes.notice} data-tone="amber">
      <IconFilePencil size={18} stroke={1.75} aria-hidden />
      <span className={classes.words}>
        {t('drafts.asked', { name })}{' '}
        {draft.ticket && (
          <Link to="/w/$slug/tickets/$number" params={{ slug, number }}>
            #{number} {draft.subject}
          </Link>
        )}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => answer.mutate(true)}>
        {t('drafts.asked.share')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => answer.mutate(false)}>
        {t('drafts.asked.decline')}
      </Button>
    </div>
  );
}
