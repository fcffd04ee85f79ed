// Time spent on tickets: noted by hand or by a clock, summed, and exported for invoices (ZOH-16).
export { addEntry, editEntry, removeEntry, timeOf } from './entries.ts';
export { mountTimeEntries } from './routes.ts';
export { startTimer, stopTimer, timerOf } from './timer.ts';
