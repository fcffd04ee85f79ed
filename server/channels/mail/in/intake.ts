// What a sender is told: who is known, what was taken, and what to try again.
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { Log } from '../../../platform/log/index.ts';
import type { StoreRaw } from './raw-store.ts';
import type { FindRecipient, Recipient } from './recipients.ts';

export interface Intake {
  findRecipient: FindRecipient;
  store: StoreRaw;
  /** Bytes of mails that are in memory now, and how many may be. */
  memory: { used: number; most: number };
  log: Log;
}

type Accepted = Recipient & { address: string };

/** Every RCPT that was answered with 250, repeated ones too: LMTP owes an answer for each (RFC 2033, 4.2). */
const accepted = new WeakMap<SMTPServerSession['envelope'], Accepted[]>();

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });
const tryAgain = () => refusal(451, 'Temporarily not possible, please try again later');

/** Answers RCPT TO: resolves for a mailbox of the desk. @throws 550 for anybody else, 451 when nobody can tell now */
export async function answerRecipient(intake: Intake, address: string, session: SMTPServerSession) {
  const found = await intake.findRecipient(address).catch(error => {
    intake.log.warn({ err: error }, 'recipient not looked up');
    throw tryAgain();
  });
  if (!found) throw refusal(550, 'No such mailbox here');
  const list = accepted.get(session.envelope) ?? [];
  accepted.set(session.envelope, [...list, { ...found, address }]);
}

/**
 * Takes the mail itself, once for each mailbox that it came for. Gives LMTP one answer per recipient. With SMTP, where
 * there is one answer for all, a mailbox that failed makes the sender try again, and those that took it know the mail.
 * @throws 552 when it is too large, 452 when too much is under way, 451 when a mail could not be committed (SMTP)
 */
export async function answerData(
  intake: Intake,
  protocol: 'lmtp' | 'smtp',
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<(string | Error)[] | string> {
  const recipients = accepted.get(session.envelope) ?? [];
  accepted.delete(session.envelope);
  const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  let held = 0;
  try {
    const raw = await readWhole(intake, stream, size => {
      held += size;
    });
    const results = new Map<string, string | Error>();
    await Promise.all(
      [...byMailbox(recipients)].map(async ([mailboxId, group]) => {
        const { workspaceId } = group[0]!;
        const envelopeTo = [...new Set(group.map(each => each.address))].join(' ');
        const from = protocol === 'smtp' ? clientOf(session) : {};
        const mail = {
          workspaceId,
          mailboxId,
          source: protocol,
          envelopeFrom: sender,
          envelopeTo,
          raw,
          ...from,
        };
        const result = await intake.store(mail).then(
          outcome => (outcome === 'taken' ? 'OK: kept' : 'OK: known already'),
          () => tryAgain(),
        );
        results.set(mailboxId, result);
      }),
    );
    const answers = recipients.map(recipient => results.get(recipient.mailboxId)!);
    if (protocol === 'lmtp') return answers;
    const failed = answers.find(answer => answer instanceof Error);
    if (failed) throw failed;
    return 'OK: kept';
  } finally {
    intake.memory.used -= held;
  }
}

/** Who delivers: with LMTP that is a mail server of one's own, which has told the client in its Received header. */
function clientOf({ remoteAddress, hostNameAppearsAs }: SMTPServerSession) {
  return {
    remoteIp: remoteAddress,
    ...(hostNameAppearsAs && { helo: hostNameAppearsAs }),
  };
}

function byMailbox(recipients: Accepted[]): Map<string, Accepted[]> {
  const groups = new Map<string, Accepted[]>();
  for (const recipient of recipients) {
    groups.set(recipient.mailboxId, [...(groups.get(recipient.mailboxId) ?? []), recipient]);
  }
  return groups;
}

/** Reads the data to its end, whatever comes of it: the sender listens for an answer only after its last dot. */
async function readWhole(
  { memory }: Intake,
  stream: SMTPServerDataStream,
  onHeld: (bytes: number) => void,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let isTooMuch = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    isTooMuch ||= memory.used + chunk.length > memory.most;
    if (isTooMuch || stream.sizeExceeded) {
      chunks.length = 0;
      continue;
    }
    memory.used += chunk.length;
    onHeld(chunk.length);
    chunks.push(chunk);
  }
  if (stream.sizeExceeded) throw refusal(552, 'The mail is too large');
  if (isTooMuch) throw refusal(452, 'Too many mails at once, please try again later');
  return Buffer.concat(chunks);
}
