import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { Reply } from '../../contract/route.ts';
import type { routes } from '../../contract/routes/index.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { type Doubt, doubtsOf } from './doubts.ts';
import type { Draft } from './draft.ts';
import { messagesOf } from './messages-query.ts';
import { type Recipients, useRecipientChoices } from './outgoing-query.ts';
import { everybody } from './recipient-list.ts';
import { messagesKey } from './ticket-keys.ts';

type Pages = InfiniteData<Reply<typeof routes.messages.list>, string | undefined>;

/** Gives what says whether a draft should be asked about, by the ticket as this screen knows it. */
export function useDoubts(number: string): (draft: Draft, recipients: Recipients | undefined) => Doubt[] {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const choices = useRecipientChoices(number);
  return (draft, recipients) => {
    const pages = client.getQueryData<Pages>(messagesKey(slug, number))?.pages ?? [];
    const texts = (kind: 'note' | 'public') =>
      messagesOf(pages)
        .filter(message => message.kind === kind)
        .map(message => message.text);
    return doubtsOf(
      {
        html: draft.html,
        hasFiles: draft.files.length > 0,
        // Without the server's word every address would be a stranger.
        recipients: recipients && choices ? everybody(recipients) : [],
      },
      { known: choices?.known ?? [], notes: texts('note'), said: texts('public') },
    );
  };
}
