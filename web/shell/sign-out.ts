import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { dropCsrfToken } from '../data/csrf.ts';
import { useT } from '../data/language.ts';
import { setMe } from '../data/me.ts';
import { forgetWorkspaceData } from '../data/query-client.ts';
import { showProblem } from '../ui/toast.ts';

/** Ends this session and leads to signing in. What was loaded is forgotten; drafts on this device stay. */
export function useSignOut() {
  const t = useT();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => call(routes.session.signOut, {}),
    onSuccess: async () => {
      dropCsrfToken();
      setMe('');
      await navigate({ to: '/sign-in' });
      forgetWorkspaceData();
    },
    onError: error => showProblem(t, error),
  });
}
