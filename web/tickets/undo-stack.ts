// The changes made on tickets' pages in this tab, newest last, by ticket (workspace and number): what `u` takes back.
const mostOfTicket = 50;
const stacks = new Map<string, string[]>();

/** Notes an event that can be taken back. */
export function noteUndoable(of: string, eventId: string): void {
  const stack = stacks.get(of) ?? [];
  if (stack.at(-1) !== eventId) stacks.set(of, [...stack, eventId].slice(-mostOfTicket));
}

/** The last event that can be taken back, undefined for none. */
export const lastOf = (of: string): string | undefined => stacks.get(of)?.at(-1);

/** Takes an event out, the last one where none is named; undefined where it is not there (any more). */
export function takeUndoable(of: string, eventId = lastOf(of)): string | undefined {
  const stack = stacks.get(of) ?? [];
  if (!eventId || !stack.includes(eventId)) return undefined;
  stacks.set(
    of,
    stack.filter(one => one !== eventId),
  );
  return eventId;
}
