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

export function listKey(slug: string, query: object) {
  return ['tickets', slug, 'list', query] as const;
}
