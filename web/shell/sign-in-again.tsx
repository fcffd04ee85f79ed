import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { forgetWorkspaceData } from '../data/query-client.ts';
import type { Session } from '../data/session.ts';
import { setSignedOut, useSignedOut } from '../data/signed-out.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { SignInForm } from '../people/sign-in-form.tsx';

/** Signing in above the page when the session has ended: the page and all that was typed stay as they are. */
export function SignInAgain({ person }: { person: Desk['me'] }) {
  const t = useT();
  const client = useQueryClient();
  const slug = useWorkspaceSlug();
  const isOut = useSignedOut();

  function goOn(session: Session) {
    // Somebody else, or an agent who was disabled, may not go on with what was being read here.
    const isStillAgent = session.workspaces.some(workspace => workspace.slug === slug);
    if (session.person.email !== person.email || !isStillAgent) {
      forgetWorkspaceData();
      window.location.assign('/');
      return;
    }
    setSignedOut(false);
    void client.invalidateQueries();
  }
  return (
    <Modal
      opened={isOut}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('signin.again.title')}
    >
      <p style={{ margin: '0 0 16px' }}>{t('signin.again.text')}</p>
      <SignInForm email={person.email} onSignedIn={goOn} />
    </Modal>
  );
}
