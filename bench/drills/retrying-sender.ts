// A sender that does what an MTA does: reuses connections, and tries again until it hears 250.
import { setTimeout as pause } from 'node:timers/promises';
import { type LmtpClient, type LmtpMail, openLmtp } from '../../e2e/support/lmtp.ts';

export interface Plan {
  port: number;
  to: string;
  mails: number;
  connections: number;
  /** Mails a second over all connections. */
  perSecond: number;
}

export interface Sending {
  /** Message-IDs that were answered with 250, as heard. The journal that the database is held against. */
  acknowledged: Set<string>;
  /** Mails whose data is on its way or that wait for their answer, now. */
  inFlight(): number;
  /** How many tries it took beyond the first. */
  retries(): number;
  /** Resolves when every mail was acknowledged. */
  done: Promise<void>;
}

const retryAfterMs = 200;

/** The Message-ID of the mail of a number. */
export function messageIdOf(index: number): string {
  return `<drill-${index}@sender.example>`;
}

/** Starts sending numbered mails over several connections. */
export function startSending(plan: Plan): Sending {
  const acknowledged = new Set<string>();
  const startedAt = performance.now();
  let next = 0;
  let inFlight = 0;
  let retries = 0;

  async function connection(): Promise<void> {
    let client: LmtpClient | null = null;
    for (let index = next++; index < plan.mails; index = next++) {
      const dueAt = startedAt + (index / plan.perSecond) * 1000;
      await pause(Math.max(0, dueAt - performance.now()));
      for (;;) {
        inFlight++;
        try {
          client ??= await openLmtp({ port: plan.port, timeoutMs: 10_000 });
          const [result] = await client.send(mailOf(index, plan.to));
          if (result!.accepted) break;
        } catch {
          client = null;
        } finally {
          inFlight--;
        }
        retries++;
        await pause(retryAfterMs);
      }
      acknowledged.add(messageIdOf(index));
    }
    await client?.close();
  }

  const done = Promise.all(Array.from({ length: plan.connections }, connection)).then(() => {});
  return { acknowledged, inFlight: () => inFlight, retries: () => retries, done };
}

/** The mail of a number, the same each time it is sent. */
export function mailOf(index: number, to: string): LmtpMail {
  const from = `person${index % 500}@sender.example`;
  const raw = [
    `From: Person ${index % 500} <${from}>`,
    `To: ${to}`,
    `Subject: Question ${index}`,
    `Message-ID: ${messageIdOf(index)}`,
    'Date: Sun, 22 Nov 2026 10:00:00 +0000',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Hello, this is question ${index} of the drill.`,
    '',
  ].join('\r\n');
  return { from, to: [to], raw };
}
