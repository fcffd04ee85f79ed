// Entry of the child process that checks senders: it holds no secret, no database and no file of ours.
import { checkSender } from './check-sender.ts';
import type { ProofJob, ProofReply } from './proof-process.ts';
import { openResolver, type Resolve } from './resolver.ts';

const send = (reply: ProofReply) => process.send?.(reply);
const resolvers = new Map<string, Resolve>();

function resolverOver(servers: string[] | null): Resolve {
  const key = servers?.join() ?? '';
  const known = resolvers.get(key) ?? openResolver(servers);
  resolvers.set(key, known);
  return known;
}

process.on('message', ({ id, raw, fields, origin, host, servers }: ProofJob) => {
  checkSender(raw, fields, origin, host, resolverOver(servers)).then(
    proof => send({ id, proof }),
    () => send({ id, proof: null }),
  );
});
process.on('disconnect', () => process.exit(0));
send({ id: 0, proof: null });
