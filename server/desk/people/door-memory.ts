// Who was let in a moment ago, so that each request need not ask the database again.
import type { Database } from '../../platform/db/index.ts';
import type { Member, SignedIn } from '../../platform/http/index.ts';

/** Open sockets ask every four seconds; with this one, what was revoked elsewhere has acted after five (S26). */
const keepMs = 1_000;
/** After a change its person is asked for anew each time, until no answer from before its commit can come any more. */
const distrustMs = 2_000;
const most = 5_000;

const memories = new WeakMap<Database, ReturnType<typeof openMemory>>();

/** The memory of this process for one database. */
export function doorMemory(database: Database) {
  const memory = memories.get(database) ?? openMemory();
  memories.set(database, memory);
  return memory;
}

/** To be called whenever what a person may do has changed: sign-out, revocation, role. Acts at once in this process. */
export function forgetPerson(database: Database, identityId: string): void {
  doorMemory(database).forget(identityId);
}

function openMemory() {
  const distrusted = new Map<string, number>();
  const mayKeep = (identityId: string) => (distrusted.get(identityId) ?? 0) <= performance.now();
  const sessions = rememberer<SignedIn>(mayKeep);
  const members = rememberer<Member>(mayKeep);
  return {
    sessions,
    members,
    forget(identityId: string): void {
      for (const [id, until] of distrusted) if (until <= performance.now()) distrusted.delete(id);
      distrusted.set(identityId, performance.now() + distrustMs);
      sessions.forget(identityId);
      members.forget(identityId);
    },
  };
}

function rememberer<T>(mayKeep: (identityId: string) => boolean) {
  const kept = new Map<string, { value: T; identityId: string; until: number }>();
  return {
    get(key: string): T | null {
      const entry = kept.get(key);
      return entry && entry.until > performance.now() ? entry.value : null;
    },
    keep(key: string, identityId: string, value: T): void {
      if (kept.size >= most) kept.clear();
      if (mayKeep(identityId)) kept.set(key, { value, identityId, until: performance.now() + keepMs });
    },
    forget(identityId: string): void {
      for (const [key, entry] of kept) if (entry.identityId === identityId) kept.delete(key);
    },
  };
}
