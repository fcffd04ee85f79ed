// Programs of our own that read what strangers sent, in a process that may be killed (S10, S15).
export { type Failure, type Program, programBeside, runJob, startChild } from './child.ts';
