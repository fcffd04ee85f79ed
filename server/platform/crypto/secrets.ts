// Everything that follows from SECRET_KEY: encryption at rest (S29) and signatures (S5, signed file links).
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const keyId = 1;

export type Secrets = ReturnType<typeof openSecrets>;

/** Derives one key per purpose from SECRET_KEY, so that a value made for one purpose means nothing for another. */
export function openSecrets(secretKey: string) {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secretKey, 'guichet', purpose, 32));
  const sealing = derive('seal');
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string) => {
    const known = keys.get(purpose) ?? derive(purpose);
    keys.set(purpose, known);
    return known;
  };

  return {
    /** Encrypts a text (AES-256-GCM) bound to where it is stored, e.g. `workspace/mailboxes.imap_password/id`. */
    seal(text: string, place: string): Buffer {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place));
      return Buffer.concat([
        Buffer.from([keyId]),
        nonce,
        cipher.update(text, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
    },

    /** Opens what seal() made for the same place. @throws when the key, the place or the bytes are not the same. */
    unseal(sealed: Buffer, place: string): string {
      if (sealed[0] !== keyId) throw new Error(`sealed with an unknown key (${sealed[0]})`);
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 13)).setAAD(
        Buffer.from(place),
      );
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]).toString('utf8');
    },

    /** HMAC-SHA256 over parts, for one purpose; `bytes` long (at most 32). Parts cannot run into each other. */
    sign(purpose: string, parts: readonly string[], bytes = 32): Buffer {
      const mac = createHmac('sha256', keyFor(purpose));
      for (const part of parts) mac.update(`${Buffer.byteLength(part)}:${part}`);
      return mac.digest().subarray(0, bytes);
    },

    /** Whether a signature is the one of these parts, in constant time. */
    verify(purpose: string, parts: readonly string[], signature: Uint8Array): boolean {
      const expected = this.sign(purpose, parts, signature.length);
      return signature.length >= 10 && timingSafeEqual(expected, signature);
    },

    /** A password for the app's database role, the same at each start. */
    databasePassword: derive('database').toString('base64url'),
  };
}
