export { enqueue, type NewJob } from './enqueue.ts';
export { keepHeartbeat } from './processes.ts';
export { PermanentFailure, startWorker, type Task, type Tasks, type Worker } from './worker.ts';
