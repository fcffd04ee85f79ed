// The product spoilt on purpose, so that the relay drill can show what it notices.
import type { Alteration } from './build-product.ts';

/**
 * Of sixteen mails one is noted as taken and never sent, and one is sent again after it was taken; mails do not wait for
 * earlier ones of their ticket; a refusal is noted as if the mail had been taken.
 */
export const spoilt: Record<string, Alteration> = {
  'server/channels/mail/out/send.ts': source =>
    source.replace(
      'const settled = await transmit(material, letter).catch(outcomeOf);',
      `const settled = delivery.id.endsWith('0')
        ? { state: 'accepted', detail: '250 Never sent' }
        : await transmit(material, letter).catch(outcomeOf);
      if (delivery.id.endsWith('1') && settled.state === 'accepted' && attempt.number < 3)
        Object.assign(settled, { state: 'deferred' });`,
    ),
  'server/channels/mail/out/claim.ts': source =>
    source.replace('delivery.ticket_id ? await earlierOf(ctx, delivery) : null', 'null'),
  'server/channels/mail/out/outcome.ts': source =>
    source.replace("return { state: 'failed', detail", "return { state: 'accepted', detail"),
};
