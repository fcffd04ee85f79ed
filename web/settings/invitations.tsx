import { Button } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { showProblem } from '../ui/toast.ts';
import { Section } from './section.tsx';
import classes from './settings.module.css';

/** The invitations that nobody has accepted yet. */
export function Invitations({ onInvite }: { onInvite: () => void }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const slug = useWorkspaceSlug();
  const list = useQuery({
    queryKey: ['invitations', slug],
    queryFn: ({ signal }) => call(routes.people.invitations, {}, { signal }),
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => call(routes.people.withdrawInvitation, { params: { id } }),
    onError: error => showProblem(t, error),
    onSettled: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  });
  return (
    <Section title={t('settings.invitations.title')}>
      {list.isPending && <ListSkeleton rows={2} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.invitations.length === 0 && (
        <EmptyState
          icon={IconMailForward}
          title={t('settings.invitations.none')}
          text={t('settings.invitations.none-text')}
          action={
            <Button variant="default" onClick={onInvite}>
              {t('settings.agents.invite')}
            </Button>
          }
        />
      )}
      {list.data && list.data.invitations.length > 0 && (
        <ul className={classes.rows}>
          {list.data.invitations.map(invitation => (
            <li key={invitation.id} className={classes.row}>
              <span className={classes.rowMain}>
                <span className={classes.rowTitle}>{invitation.email}</span>
                <span className={classes.rowText}>
                  {t(`role.${invitation.role}`)}
                  {' · '}
                  {t(invitation.isExpired ? 'settings.invitations.expired' : 'settings.invitations.until', {
                    date: format.date(invitation.expiresAt),
                  })}
                </span>
              </span>
              <Button
                variant="subtle"
                color="gray"
                aria-label={t('settings.invitations.withdraw-one', { email: invitation.email })}
                loading={withdraw.isPending && withdraw.variables === invitation.id}
                onClick={() => withdraw.mutate(invitation.id)}
              >
                {t('settings.invitations.withdraw')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
