// Finding tickets by what was said in them.
export { indexing, indexTicket, type MoreWords } from './index-ticket.ts';
export { searchTickets, ticketIdsMatching } from './search-tickets.ts';
