import type { Platform } from '../../platform/index.ts';
import type { Tasks } from '../../platform/jobs/index.ts';
import { createImportTask } from './import/run-import.ts';
import { createProcessTask } from './in/process.ts';
import { type MailSender, openMailSender } from './out/send.ts';
import { createProver, type Prover } from './proof/index.ts';
import { createReader, type MailReader } from './reading/index.ts';

export interface MailHands {
  reader: MailReader;
  prover: Prover;
  sender: MailSender;
}

const readersAtOnce = 2;
const handsOf = new WeakMap<Platform, MailHands>();

/** One reader and one sender per process, however often its tasks are put together. */
function hands(platform: Platform): MailHands {
  const known = handsOf.get(platform);
  if (known) return known;
  const limits = { messageBytes: platform.config.mailMaxBytes };
  const made = {
    reader: createReader({ processes: readersAtOnce, limits }),
    prover: createProver({
      host: new URL(platform.config.publicUrl).hostname,
      servers: platform.config.dnsServers,
    }),
    sender: openMailSender(platform),
  };
  handsOf.set(platform, made);
  return made;
}

/** The tasks of the mail channel: `mail.process`, `mail.send` and `mail.import`. `overrides` replaces what reads or sends, for tests. */
export function openMailTasks(platform: Platform, overrides: Partial<MailHands> = {}): Tasks {
  const { reader, prover, sender } = { ...hands(platform), ...overrides };
  return {
    'mail.process': createProcessTask(platform, reader, prover),
    'mail.send': sender.send,
    'mail.import': createImportTask(platform, reader),
  };
}

/** Ends what the tasks of this process hold open: mail readers and connections to mail servers. */
export async function stopMailTasks(platform: Platform): Promise<void> {
  const held = handsOf.get(platform);
  handsOf.delete(platform);
  held?.prover.close();
  if (held) await Promise.all([held.reader.close(), held.sender.stop()]);
}
