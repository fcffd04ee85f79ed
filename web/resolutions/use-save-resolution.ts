import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import { resolutionKey } from './resolution-query.ts';

export interface ResolutionInput {
  text: string;
  /** The version that was read; 0 for none. */
  version: number;
  tellsContact: boolean;
}

/** Saves a resolution of a solved ticket. Sending can use it too, once "send and solve" has been answered (D-16). */
export function useSaveResolution(number: string) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: ResolutionInput) =>
      call(routes.resolutions.save, { params: { ticket: number }, body }),
    onSuccess: reply => client.setQueryData(resolutionKey(slug, number), reply),
    onSettled: () => void client.invalidateQueries({ queryKey: ticketKey(slug, number) }),
  });
}
