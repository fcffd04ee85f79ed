// Entry of the child process that reads mails (S10): it holds no secret, no connection and no file of ours.
import { parseMail, peek } from './parse.ts';
import type { ReadJob, ReadReply } from './reader-process.ts';

const send = (reply: ReadReply) => process.send?.(reply);

process.on('message', (job: ReadJob) => {
  send(
    job.kind === 'peek'
      ? { kind: 'peek', facts: peek(job.raw) }
      : { kind: 'read', result: parseMail(job.raw, job.limits) },
  );
});
process.on('disconnect', () => process.exit(0));
send({ kind: 'ready' });
