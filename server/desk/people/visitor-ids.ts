import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A name for somebody without one, such as V-7K3M9Q (LIV-07). Whoever stores it makes sure that it is unique. */
export function newVisitorId(): string {
  return `V-${Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')}`;
}
