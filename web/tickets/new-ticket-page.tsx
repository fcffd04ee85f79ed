/** Where an agent opens a ticket to a customer, or on behalf of one (LUM-28 to LUM-32). */
export function NewTicketPage() {
  return <div />;
}
