import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { firstNameOf, withVariables } from '../../contract/canned-variables.ts';
import type { ticketDetail } from '../../contract/routes/tickets.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Message } from '../messages/messages-query.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import { CannedDialog } from './canned-dialog.tsx';

interface Props {
  message: Message;
  /** Of its ticket. */
  number: string;
  onClose: () => void;
}

/** A good answer becomes a canned reply (CHP-11): the form, with variables where names and the number stood. */
export function CannedFromMessage({ message, number, onClose }: Props) {
  const slug = useWorkspaceSlug();
  const ticket = useQueryClient().getQueryData<z.infer<typeof ticketDetail>>(ticketKey(slug, number));
  const customer = ticket?.requester.name ?? '';
  const html = withVariables(message.html ?? '', {
    'customer.name': customer,
    'customer.first_name': firstNameOf(customer),
    'ticket.number': number,
    'agent.name': message.author.name,
  });
  return (
    <CannedDialog
      start={{
        name: ticket?.subject.slice(0, 120) ?? '',
        shortcut: '',
        folder: '',
        language: ticket?.language ?? null,
        html: html.replace(/<img\b[^>]*>/g, ''),
        isShared: true,
      }}
      hasLostImages={/<img\b/.test(html)}
      onClose={onClose}
    />
  );
}
