// The mail inside an opaquely signed S/MIME part (RFC 8551, 3.5.2): the words stand in the signature's own container.
import { Constructed, fromBER, ObjectIdentifier, OctetString } from 'asn1js';

const ID = { signed: '1.2.840.113549.1.7.2', data: '1.2.840.113549.1.7.1' } as const;

/** The first value of a constructed one that is of a class, or undefined. */
function children(block: unknown): unknown[] {
  return block instanceof Constructed ? block.valueBlock.value : [];
}

function idOf(block: unknown): string {
  return block instanceof ObjectIdentifier ? block.valueBlock.toString() : '';
}

/**
 * What is known of a CMS part (RFC 5652): the bytes that were signed, null where nobody can read it without a key (or
 * it holds none). Takes DER and BER. Never throws; the signature is not checked.
 */
export function signedContent(bytes: Buffer): Buffer | null {
  try {
    const { offset, result } = fromBER(bytes);
    const [kind, outer] = children(result);
    if (offset === -1 || idOf(kind) !== ID.signed) return null;
    const [, , wrapped] = children(children(outer)[0]);
    const [type, content] = children(wrapped);
    const octets = children(content)[0];
    if (idOf(type) !== ID.data || !(octets instanceof OctetString)) return null;
    return Buffer.from(octets.getValue());
  } catch {
    return null;
  }
}
