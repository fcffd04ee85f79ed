// Finding tickets by what was said in them, contacts, and files by what is written in them.
export { indexing, indexTicket, type MoreWords } from './index-ticket.ts';
export { queueWaitingFiles, readFiles, readFileTask } from './read-files.ts';
export { searchFor } from './results.ts';
export { mountSearch } from './routes.ts';
export { searchTickets, ticketIdsMatching } from './search-tickets.ts';
