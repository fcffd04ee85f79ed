// What an agent can see of the mails that did not leave.
import type { Administrator } from './first-run.ts';

export interface ShownFailures {
  /** Deliveries that are shown to have failed below their message and in the ticket's History. */
  deliveries: Set<string>;
  /** Tickets whose last answer failed and that do not stand open. */
  notOpen: number[];
}

type Messages = { messages: { deliveries: { id: string; state: string }[] }[] };
type History = { lines: { kind: string; facts: { deliveryId?: string } }[] };

/** Reads the tickets of these numbers over the API. */
export async function shownFailures(admin: Administrator, numbers: number[]): Promise<ShownFailures> {
  const deliveries = new Set<string>();
  const notOpen: number[] = [];
  for (const number of numbers) {
    const path = `/w/${admin.slug}/tickets/${number}`;
    const { messages } = await admin.ask<Messages>('GET', `${path}/messages`);
    const { lines } = await admin.ask<History>('GET', `${path}/history`);
    const told = new Set(
      lines.filter(line => line.kind === 'delivery.failed').map(line => line.facts.deliveryId),
    );
    const shown = messages.flatMap(message => message.deliveries);
    for (const { id, state } of shown) if (state === 'failed' && told.has(id)) deliveries.add(id);
    if (shown.at(-1)?.state !== 'failed') continue;
    const { status } = await admin.ask<{ status: string }>('GET', path);
    if (status !== 'open') notOpen.push(number);
  }
  return { deliveries, notOpen };
}
