// Query keys: live.ts marks ['tickets', ...] and ['ticket', ref, ...] as stale when somebody changes a ticket.

/** Keys of one ticket, shown by number; the workspace is part of it because numbers start anew in each. */
export function ticketKey(slug: string, number: string): readonly ['ticket', string] {
  return ['ticket', `${slug}/${number}`];
}

export function messagesKey(slug: string, number: string) {
  return [...ticketKey(slug, number), 'messages'] as const;
}

export function historyKey(slug: string, number: string) {
  return [...ticketKey(slug, number), 'history'] as const;
}

export function outgoingKey(slug: string, number: string) {
  return [...ticketKey(slug, number), 'outgoing'] as const;
}

export function recipientsKey(slug: string, number: string) {
  return [...ticketKey(slug, number), 'recipients'] as const;
}

/** My replies on their way, of all tickets: stale whenever any ticket changes. */
export function myOutgoingKey(slug: string) {
  return ['tickets', slug, 'outgoing'] as const;
}

export function listKey(slug: string, query: object) {
  return ['tickets', slug, 'list', query] as const;
}
