import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../../contract/routes/index.ts';
import { call } from '../../data/call.ts';
import { useWorkspaceSlug } from '../../data/workspace.ts';
import type { Draft } from '../draft.ts';
import { showSent } from '../show-sent.ts';
import type { KeptDraft } from '../use-draft.ts';
import { sideIdOf } from './side-id.ts';

/** Sends words to a third party, with the draft's key: a double click or a retry sends once (D-27). */
export function useSideSend(number: string, kept: KeptDraft, onSent: () => void) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  return useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationFn: (draft: Draft) => {
      const { to = [], cc = [], subject = '' } = draft.more;
      const body = {
        ...{ sideId: sideIdOf(draft), subject, recipients: { to, cc } },
        ...{ html: draft.html, fileIds: draft.files.map(file => file.id) },
      };
      return kept.during(() =>
        call(routes.side.send, { params: { ticket: number }, body }, { idempotencyKey: draft.key }),
      );
    },
    onSuccess: sent => {
      kept.clear();
      showSent(client, slug, number, sent);
      onSent();
    },
  });
}
