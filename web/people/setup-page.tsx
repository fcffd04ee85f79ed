import { Anchor } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useT } from '../data/language.ts';
import { installationQuery, type Session, sessionQuery } from '../data/session.ts';
import { setWorkspaceSlug } from '../data/workspace.ts';
import { PublicPage } from '../shell/public-page.tsx';
import { defaultBrandColour } from '../ui/theme.ts';
import { SetupAdministrator } from './setup-administrator.tsx';
import { SetupMailbox } from './setup-mailbox.tsx';
import { SetupSteps } from './setup-steps.tsx';
import { SetupWorkspace } from './setup-workspace.tsx';

export interface SetupValues {
  workspaceName: string;
  brandColour: string;
  token: string;
}

/** The first run: workspace, administrator, mailbox. Nothing is made before the second step is sent. */
export function SetupPage() {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const { token = '' } = useSearch({ strict: false });
  const installation = useQuery(installationQuery);
  const [step, setStep] = useState(0);
  const [values, setValues] = useState<SetupValues>({
    workspaceName: '',
    brandColour: defaultBrandColour,
    token,
  });
  const [slug, setSlug] = useState('');

  function finish(session: Session) {
    const made = session.workspaces[0]?.slug ?? '';
    setSlug(made);
    setWorkspaceSlug(made);
    client.setQueryData(sessionQuery.queryKey, session);
    void client.invalidateQueries({ queryKey: installationQuery.queryKey });
    setStep(2);
  }
  if (installation.data && !installation.data.needsSetup && !slug) {
    return (
      <PublicPage title={t('setup.done.title')} text={t('setup.done.text')}>
        <Anchor renderRoot={props => <Link to="/sign-in" {...props} />}>{t('signin.title')}</Anchor>
      </PublicPage>
    );
  }
  if (step === 2 && !slug) return <Navigate to="/" replace />;
  return (
    <PublicPage title={t(`setup.step.${step}.title`)} text={t(`setup.step.${step}.text`)} isWide>
      <SetupSteps current={step} />
      {step === 0 && (
        <SetupWorkspace
          values={values}
          onNext={next => {
            setValues(next);
            setStep(1);
          }}
        />
      )}
      {step === 1 && (
        <SetupAdministrator values={values} language={language} onBack={() => setStep(0)} onDone={finish} />
      )}
      {step === 2 && (
        <SetupMailbox
          onDone={() => void navigate({ to: '/w/$slug/inbox', params: { slug }, replace: true })}
        />
      )}
    </PublicPage>
  );
}
