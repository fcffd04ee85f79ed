import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { attachment } from '../../contract/routes/attachments.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { historyKey, ticketKey } from '../messages/ticket-keys.ts';
import { showProblem } from '../ui/toast.ts';

export type Attachment = z.infer<typeof attachment>;

/** The files of a ticket (live: its key begins as the ticket's), adding one without sending it, removing one. */
export function useAttachments(number: string) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const ticket = ticketKey(slug, number);
  const query = useQuery({
    queryKey: [...ticket, 'files'],
    queryFn: async ({ signal }) =>
      (await call(routes.attachments.list, { params: { ticket: number } }, { signal })).files,
    staleTime: 10_000,
  });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [...ticket, 'files'] });
    void client.invalidateQueries({ queryKey: ticket, exact: true });
    void client.invalidateQueries({ queryKey: historyKey(slug, number) });
  };
  const add = useMutation({
    networkMode: 'always',
    mutationFn: (fileId: string) =>
      call(routes.attachments.add, { params: { ticket: number }, body: { fileIds: [fileId] } }),
    onError: error => showProblem(t, error),
    onSettled: refresh,
  });
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: (fileId: string) => call(routes.attachments.remove, { params: { id: fileId } }),
    onSettled: refresh,
  });
  return { query, add, remove };
}
