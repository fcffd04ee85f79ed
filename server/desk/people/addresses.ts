// The one form in which e-mail addresses and phone numbers are kept, so that the same one is always recognised.
import type { Language } from '../../../contract/fields.ts';

/** An e-mail address as it is kept: trimmed, lower case; null when it is none. */
export function normalEmail(text: string | null | undefined): string | null {
  const email = text?.trim().toLowerCase() ?? '';
  return /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254 ? email : null;
}

/** The domain of an e-mail address, without a final dot. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).replace(/\.$/, '');
}

/**
 * A phone number as it is kept: `+` and digits where the country is known, else digits alone; null when it is none.
 * A French speaker's ten digits with a leading 0 are a French number.
 */
export function normalPhone(text: string | null | undefined, language: Language): string | null {
  const written = text?.trim() ?? '';
  if (!/^\+?[\d\s()./-]+$/.test(written)) return null;
  const plain = written.replace('(0)', '').replace(/[\s()./-]/g, '');
  const international = plain.replace(/^00/, '+');
  const number =
    language === 'fr' && /^0[1-9]\d{8}$/.test(international) ? `+33${international.slice(1)}` : international;
  const digits = number.replace('+', '').length;
  return digits >= 3 && digits <= 20 ? number : null;
}

/** The part of a network address that one caller holds: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(gap).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
