import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { errorText } from '../ui/error-text.ts';

/** Opens the ticket that has waited longest, other than the one at hand (LIV-38). */
export function useNextTicket(currentId: string | undefined): () => void {
  const t = useT();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  async function open(): Promise<void> {
    try {
      const { ticket } = await call(routes.tickets.next, { query: { after: currentId } });
      if (!ticket) return void notifications.show({ message: t('tickets.next.none') });
      await navigate({ to: '/w/$slug/tickets/$number', params: { slug, number: String(ticket.number) } });
    } catch (error) {
      notifications.show({ color: 'red', message: errorText(t, error) });
    }
  }
  return () => void open();
}
