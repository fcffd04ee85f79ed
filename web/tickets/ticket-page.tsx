/** One ticket by its number, with the conversation or the history in front. */
export function TicketPage({ number, tab }: { number: string; tab?: 'conversation' | 'history' }) {
  return <div data-number={number} data-tab={tab} />;
}
