import type { tokenPlaces } from '../../../../contract/routes/arrivals.ts';
import { readThreadToken } from '../out/thread-token.ts';
import type { ReadMail } from '../reading/index.ts';

type TokenPlace = (typeof tokenPlaces)[number];
export type FoundToken = NonNullable<ReturnType<typeof readThreadToken>> & { place: TokenPlace };

const mostTokens = 20;

/** Every token in a mail, with where it stood first: the envelope before the headers, the nearest mail before older ones. */
export function tokensOf(mail: ReadMail, envelopeTo: string): FoundToken[] {
  const places: [TokenPlace, string[]][] = [
    ['envelope', envelopeTo.split(' ')],
    ['delivered-to', mail.deliveredTo],
    ['address', [...mail.to, ...mail.cc].map(one => one.address)],
    ['in-reply-to', [mail.inReplyTo ?? '']],
    ['references', mail.references.toReversed()],
  ];
  const tokens = new Map<string, FoundToken>();
  for (const [place, texts] of places) {
    for (const text of texts) {
      const token = readThreadToken(text);
      if (!token || tokens.size >= mostTokens) continue;
      const key = `${token.deliveryId} ${token.mac.toString('hex')}`;
      if (!tokens.has(key)) tokens.set(key, { ...token, place });
    }
  }
  return [...tokens.values()];
}
