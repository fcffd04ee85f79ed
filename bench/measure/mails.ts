import { randomUUID } from 'node:crypto';
import { sentencesIn } from '../build/sentences.ts';

const texts = [...sentencesIn('fr', 500), ...sentencesIn('en', 500)];
const run = randomUUID().slice(0, 8);

export interface NewMail {
  from: string;
  text: string;
}

/** A customer's mail of some 2 KB as a mail program writes it; no two are the same. */
export function mailOf(n: number, to: string): NewMail {
  const from = `customer-${n % 500}@senders.example`;
  const sentences = Array.from({ length: 16 }, (_, index) => texts[(n * 7 + index) % texts.length]!);
  const subject = `Order ${run}-${n}`;
  const lines = [
    `Received: from mail.senders.example by mx.bench.example; ${new Date().toUTCString()}`,
    `From: Customer ${n % 500} <${from}>`,
    `To: <${to}>`,
    `Subject: ${subject}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${run}.${n}@senders.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Bonjour,',
    '',
    ...sentences,
    '',
    'Cordialement,',
    `Customer ${n % 500}`,
  ];
  return { from, text: lines.join('\r\n') };
}
