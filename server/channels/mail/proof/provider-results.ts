// What the mail server of an IMAP mailbox found out about a sender: its Authentication-Results (RFC 8601).
import type { Found } from './proof.ts';

export interface ProviderResults {
  by: string;
  spf: Found | null;
  dmarc: (Found & { policy: string | null }) | null;
}

const longest = 8_000;

/**
 * Reads the results that one mail server has written. Takes the fields of a mail, topmost first, and how the server names
 * itself; '' takes the topmost field whoever wrote it, for servers that write no name. Of several fields of that name only
 * the topmost counts: those below came with the mail and can be anybody's. Null where there is none.
 */
export function providerResults(fields: string[], by: string): ProviderResults | null {
  for (const field of by === '' ? fields.slice(0, 1) : fields) {
    const parts = withoutComments(field.slice(0, longest)).split(';');
    const name = parts[0]!.trim().split(/\s+/)[0] ?? '';
    const isNamed = !name.includes('=');
    if (by !== '' && name.toLowerCase() !== by.toLowerCase()) continue;
    const results = (isNamed ? parts.slice(1) : parts).map(wordsOf);
    const spf = results.find(words => words.has('spf'));
    const dmarc = results.find(words => words.has('dmarc'));
    return {
      by: isNamed ? name : '',
      spf: spf ? { result: spf.get('spf')!, domain: domainOf(spf.get('smtp.mailfrom') ?? null) } : null,
      dmarc: dmarc
        ? {
            result: bestGuess(dmarc.get('dmarc')!),
            domain: dmarc.get('header.from') ?? null,
            policy: dmarc.get('policy') ?? null,
          }
        : null,
    };
  }
  return null;
}

/** `method=result` and `property=value` of one result, names in lower case. */
function wordsOf(part: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const word of part.trim().split(/\s+/)) {
    const equals = word.indexOf('=');
    if (equals < 1) continue;
    const value = word.slice(equals + 1).replace(/^"|"$/g, '');
    words.set(word.slice(0, equals).toLowerCase(), value.toLowerCase());
  }
  return words;
}

/** Comments may stand in one another (RFC 5322, 3.2.2); one pass, whatever the text. */
function withoutComments(text: string): string {
  let plain = '';
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === '\\' && depth > 0) at++;
    else if (letter === '(') depth++;
    else if (letter === ')' && depth > 0) depth--;
    else if (depth === 0) plain += letter;
  }
  return plain;
}

function domainOf(address: string | null): string | null {
  return address && (address.split('@').at(-1) ?? null);
}

/** Microsoft 365 writes `bestguesspass` for domains that publish nothing. */
function bestGuess(result: string): string {
  return result === 'bestguesspass' ? 'none' : result;
}
