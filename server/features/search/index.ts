// Finding tickets by what was said in them.
export { indexTicket } from './index-ticket.ts';
export { searchTickets, ticketIdsMatching } from './search-tickets.ts';
