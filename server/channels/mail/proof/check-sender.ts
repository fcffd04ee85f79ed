// Looks a mail's sender up: in the child process, since it reads what strangers wrote.
import { authenticate } from 'mailauth';
import { type Origin, type Proof, verdictOf } from './proof.ts';
import { providerResults } from './provider-results.ts';
import { isPublic } from './public-address.ts';
import type { Resolve } from './resolver.ts';

type Checked = Awaited<ReturnType<typeof authenticate>>;

/**
 * Checks SPF, DKIM and DMARC of a raw mail. `fields` are its Authentication-Results, topmost first; `host` is our own name.
 * Where the client is unknown, SPF is left out, and a DMARC failure with it unless the mail server of the mailbox told.
 */
export async function checkSender(
  raw: Uint8Array,
  fields: string[],
  origin: Origin,
  host: string,
  resolver: Resolve,
): Promise<Proof> {
  const told = origin.resultsBy === null ? null : providerResults(fields, origin.resultsBy);
  const ip = origin.ip && isPublic(origin.ip) ? origin.ip : undefined;
  const checked = await authenticate(Buffer.from(raw), {
    ...(ip && { ip }),
    ...(origin.helo && { helo: origin.helo }),
    sender: origin.envelopeFrom,
    mta: host,
    trustReceived: !ip && origin.isRelayed,
    disableArc: true,
    disableBimi: true,
    resolver,
  });
  const dkim = signaturesOf(checked);
  const client = checked.spf ? checked.spf['client-ip'] : null;
  const isClientKnown = Boolean(client) && isPublic(client!);
  if (told && (told.dmarc || told.spf)) {
    const found = { checkedBy: 'provider' as const, dkim, ...told };
    return { ...found, verdict: verdictOf(found, false) };
  }
  const spf = isClientKnown && checked.spf ? shortOf(checked.spf.status.result, checked.spf.domain) : null;
  const dmarc = dmarcOf(checked);
  const found = { checkedBy: spf ? ('guichet' as const) : ('nobody' as const), by: null, spf, dkim, dmarc };
  if (!spf && dmarc?.result === 'fail') found.dmarc = { ...dmarc, result: 'unknown' };
  return { ...found, verdict: verdictOf(found, isAligned(checked)) };
}

function signaturesOf({ dkim }: Checked): Proof['dkim'] {
  return dkim.results
    .filter(one => one.status.result !== 'none')
    .slice(0, 10)
    .map(one => ({
      ...shortOf(one.status.result, one.signingDomain ?? null),
      isAligned: Boolean(one.status.aligned),
    }));
}

function dmarcOf({ dmarc }: Checked): Proof['dmarc'] {
  if (!dmarc) return null;
  return { ...shortOf(dmarc.status.result, dmarc.domain ?? null), policy: dmarc.policy ?? null };
}

/** Whether SPF passed for the domain of From, or for one above or below it. */
function isAligned({ spf, dkim }: Checked): boolean {
  const isPassed = spf && spf.status.result === 'pass';
  if (!isPassed) return false;
  const from = domainOf(dkim.headerFrom?.[0] ?? '');
  const path = spf.domain.toLowerCase();
  return from !== '' && (from === path || from.endsWith(`.${path}`) || path.endsWith(`.${from}`));
}

const domainOf = (address: string) => address.split('@').at(-1)!.toLowerCase();

const shortOf = (result: string, domain: string | null) => ({
  result,
  domain: domain?.slice(0, 253) ?? null,
});
