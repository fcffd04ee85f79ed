// Entry of the child process that reads attached files (S15): it holds no secret, no connection and no file of ours.
import type { ReadFileJob } from './file-reader.ts';
import { fileText } from './file-text.ts';

process.on('message', async (job: ReadFileJob) => {
  process.send?.(await fileText(job.bytes, job.kind, job.limits));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
