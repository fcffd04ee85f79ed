import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { setAppearance } from '../shell/appearance.ts';
import { PublicPage } from '../shell/public-page.tsx';
import { WorkspaceMark } from '../shell/workspace-mark.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { FormSkeleton } from '../ui/skeletons.tsx';
import { InvitationForm } from './invitation-form.tsx';

/** What an invitation link leads to: who invites, and becoming an agent. */
export function InvitationPage() {
  const t = useT();
  const { workspace = '', token = '' } = useSearch({ strict: false });
  const invitation = useQuery({
    queryKey: ['invitation', workspace, token],
    queryFn: ({ signal }) => call(routes.session.readInvitation, { body: { workspace, token } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const data = invitation.data;
  useEffect(() => {
    if (data) setAppearance({ language: data.language, brandColour: data.brandColour });
  }, [data]);
  if (!data) {
    return (
      <PublicPage title={t('people.invitation.plain-title')}>
        {invitation.isError ? (
          <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />
        ) : (
          <FormSkeleton lines={2} />
        )}
      </PublicPage>
    );
  }
  return (
    <PublicPage
      title={t('people.invitation.title', { workspace: data.workspaceName })}
      text={t(data.isKnown ? 'people.invitation.known' : 'people.invitation.new', { email: data.email })}
      mark={
        <p style={{ margin: '0 0 16px' }}>
          <WorkspaceMark name={data.workspaceName} brandColour={data.brandColour} size={44} />
        </p>
      }
    >
      <InvitationForm workspace={workspace} token={token} email={data.email} isKnown={data.isKnown} />
    </PublicPage>
  );
}
