// Why a mail is where it is: put together while it is filed, kept with it, shown to agents.
import type { z } from 'zod';
import type { arrival } from '../../../../contract/routes/arrivals.ts';
import type { Proof } from '../proof/index.ts';
import type { ReadMail, StubFacts } from '../reading/index.ts';
import { storableText } from './raw-content.ts';

export type Arrival = z.infer<typeof arrival>;
export type Claim = Arrival['claims'][number];

type Decided = Pick<Arrival, 'how' | 'claims' | 'acknowledgement'> & { proof: Proof; notices: string[] };

const longestText = 2_000;

/** Of a mail that was read. */
export function arrivalOf(mail: ReadMail, decided: Decided): Arrival {
  return {
    ...decided,
    ...senderAndSubject({ from: mail.from, subject: mail.subject, messageId: null }),
    claims: decided.claims.slice(0, 30),
    machine: mail.machine.reason,
    cut: {
      quoted: mail.quotedText.length,
      remoteImages: mail.safeHtml?.includes('data-remote-src') ?? false,
    },
    ...(decided.how === 'aside' && { text: mail.text.replaceAll('\u0000', '').slice(0, longestText) }),
  };
}

/** Of a mail that nobody could read. */
export function arrivalOfStub(facts: StubFacts, reason: string, proof: Proof): Arrival {
  return {
    how: 'stub',
    ...senderAndSubject(facts),
    claims: [],
    proof,
    acknowledgement: null,
    machine: null,
    notices: [`stub-${reason}`],
    cut: { quoted: 0, remoteImages: false },
  };
}

function senderAndSubject({ from, subject }: StubFacts): Pick<Arrival, 'from' | 'subject'> {
  const text = (value: string | undefined, most: number) => storableText(value ?? '').slice(0, most);
  return {
    from: { name: text(from?.name, 200), address: text(from?.address, 254) },
    subject: text(subject ?? '', 1_000),
  };
}
