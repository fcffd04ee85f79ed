import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Call } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from './call.ts';
import type { Desk } from './desk.ts';
import { useWorkspaceSlug } from './workspace.ts';

type ProfileChange = Call<typeof routes.people.editProfile>['body'];

/** Changes my profile: shown at once, taken back when the server refuses. Takes the fields to change. */
export function useEditProfile() {
  const client = useQueryClient();
  const key = ['desk', useWorkspaceSlug()];
  return useMutation({
    mutationFn: (body: ProfileChange) => call(routes.people.editProfile, { body }),
    onMutate: async body => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<Desk>(key);
      if (before) client.setQueryData<Desk>(key, { ...before, me: { ...before.me, ...body } });
      return { before };
    },
    onError: (_error, _body, context) => {
      if (context?.before) client.setQueryData(key, context.before);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  });
}
