// Whether a mail really comes from whom it says (SPF RFC 7208, DKIM RFC 6376, DMARC RFC 7489): what was found, and what
// it is worth.

/** Where a mail came from, as far as its door could tell. */
export interface Origin {
  /** The other end of the SMTP connection; null where the mail came by LMTP or IMAP. */
  ip: string | null;
  helo: string | null;
  envelopeFrom: string;
  /** The mail was handed on by a mail server of our own, whose topmost Received header tells the client. */
  isRelayed: boolean;
  /** The mail server whose Authentication-Results count, as it names itself; '' for the topmost, null for none. */
  resultsBy: string | null;
}

export interface Found {
  result: string;
  domain: string | null;
}

export interface Proof {
  /** Who looked at SPF and DMARC: Guichet, the mail server named in `by`, or nobody. DKIM is always looked at here. */
  checkedBy: 'guichet' | 'provider' | 'nobody';
  by: string | null;
  spf: Found | null;
  dkim: (Found & { isAligned: boolean })[];
  dmarc: (Found & { policy: string | null }) | null;
  /** 'fail': the sender is not who the mail says. 'unknown': nothing says so, nothing against it. */
  verdict: 'pass' | 'fail' | 'unknown';
}

/** Nothing was looked at, such as while the name servers are away. */
export const unproved: Proof = {
  checkedBy: 'nobody',
  by: null,
  spf: null,
  dkim: [],
  dmarc: null,
  verdict: 'unknown',
};

/**
 * What the results are worth together. DMARC decides where the domain asks for it; a failure that only stands for lack of
 * a client address is none. Without DMARC, a forbidden client or a broken signature of the sender's own domain counts
 * against the mail unless a signature holds. Takes whether SPF fits the domain of From.
 */
export function verdictOf(found: Omit<Proof, 'verdict'>, isSpfAligned: boolean): Proof['verdict'] {
  const spf = found.spf?.result ?? null;
  const dmarc = found.dmarc?.result ?? 'none';
  const holds = found.dkim.some(one => one.result === 'pass' && one.isAligned);
  const isBroken = found.dkim.some(one => one.result === 'fail' && one.isAligned);
  if (dmarc === 'pass' || holds || (spf === 'pass' && isSpfAligned)) return 'pass';
  if (dmarc === 'fail' && found.checkedBy !== 'nobody') return 'fail';
  if (isBroken) return 'fail';
  return spf === 'fail' && !found.dkim.some(one => one.result === 'pass') ? 'fail' : 'unknown';
}
