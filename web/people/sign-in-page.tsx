import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useT } from '../data/language.ts';
import { installationQuery, type Session } from '../data/session.ts';
import { setSignedOut } from '../data/signed-out.ts';
import { PublicPage } from '../shell/public-page.tsx';
import { safeNext } from './safe-next.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Signing in, then on to the page that was asked for. */
export function SignInPage() {
  const t = useT();
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false });
  const installation = useQuery(installationQuery);
  useEffect(() => setSignedOut(false), []);
  if (installation.data?.needsSetup) return <Navigate to="/setup" replace />;
  function goOn(session: Session) {
    const target = safeNext(next);
    const isMine = session.workspaces.some(each => target.startsWith(`/w/${each.slug}/`));
    void navigate({ to: isMine ? target : '/', replace: true });
  }
  return (
    <PublicPage title={t('signin.title')}>
      <SignInForm onSignedIn={goOn} />
      <p style={{ margin: '16px 0 0', textAlign: 'center' }}>
        <Anchor renderRoot={props => <Link to="/forgot" {...props} />}>{t('signin.forgot')}</Anchor>
      </p>
    </PublicPage>
  );
}
