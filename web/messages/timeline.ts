export interface Timed {
  id: string;
  /** ISO 8601. */
  at: string;
}

export type Entry<M extends Timed, A extends Timed> = { message: M } | { asides: A[] };

/**
 * The conversation as it reads: messages, oldest first, with what was done to the ticket in between. Neighbouring
 * asides stand together. Asides older than the earliest message shown wait until that page is opened.
 */
export function timeline<M extends Timed, A extends Timed>(
  messages: readonly M[],
  asides: readonly A[],
  hasEarlier: boolean,
): Entry<M, A>[] {
  const first = messages[0];
  const shown = hasEarlier && first ? asides.filter(aside => moment(aside) >= moment(first)) : asides;
  const all = [
    ...messages.map(message => ({ at: moment(message), rank: 0, message })),
    ...shown.map(aside => ({ at: moment(aside), rank: 1, aside })),
  ].sort((a, b) => a.at - b.at || a.rank - b.rank);
  const entries: Entry<M, A>[] = [];
  for (const item of all) {
    const last = entries.at(-1);
    if ('message' in item) entries.push({ message: item.message });
    else if (last && 'asides' in last) last.asides.push(item.aside);
    else entries.push({ asides: [item.aside] });
  }
  return entries;
}

/**
 * Where to open the conversation: at the first message of the customer that nobody has answered while the ticket is
 * unread, else at the last message.
 */
export function openingMessage<M extends Timed & { kind: string; author: { type: string } }>(
  messages: readonly M[],
  isUnread: boolean,
): M | undefined {
  if (!isUnread) return messages.at(-1);
  const answered = messages.findLastIndex(
    message => message.kind === 'public' && message.author.type === 'agent',
  );
  return (
    messages.slice(answered + 1).find(one => one.kind === 'public' && one.author.type === 'contact') ??
    messages.at(-1)
  );
}

function moment(item: Timed): number {
  return Date.parse(item.at);
}
