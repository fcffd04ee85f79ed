// A customer's turn as the mail channel would hand it in: sanitised, with what it quotes kept apart.
import type { Incoming, StoredFile } from '../desk/messages/index.ts';
import { newId } from '../platform/ids/index.ts';
import { company, mailbox } from './company.ts';
import type { Customer } from './customers.ts';
import { htmlOf, plainOf, typeset } from './letter.ts';
import { written } from './moments.ts';
import type { StoredFiles } from './stored-files.ts';
import type { Says } from './story.ts';

/** What the customer has before their eyes when they answer. */
export interface Quoted {
  text: string;
  at: Date;
}

interface Given {
  customer: Customer;
  subject: string;
  at: Date;
  mailboxId: string;
  joins: string | null;
  quoted: Quoted | null;
  stored: StoredFiles;
}

/** The mail behind a turn, ready for receive(). */
export function mailOf(turn: Says, given: Given): Incoming {
  const { customer, subject, at, quoted, stored } = given;
  const { language } = customer;
  const domain = customer.email.split('@')[1]!;
  const text = typeset(language, turn.text);
  const contentId = turn.image ? `${newId()}@${domain}` : null;
  const newHtml = turn.isHtml ? htmlOf(text, imageHtml(turn, contentId, domain)) : null;
  const quoteLines = quoted ? plainOf(quoted.text).split('\n') : [];
  const intro = quoted ? introOf(quoted, language) : '';
  return {
    channel: 'mail',
    mailboxId: given.mailboxId,
    folderId: null,
    teamId: null,
    language,
    sender: { name: customer.name, email: customer.email },
    subject: quoted ? `Re: ${subject}` : subject,
    text: plainOf(text),
    quotedText: quoted ? [intro, ...quoteLines.map(line => `> ${line}`)].join('\n') : '',
    html:
      newHtml && quoted
        ? `${newHtml}<p>${intro}</p><blockquote>${htmlOf(quoted.text)}</blockquote>`
        : newHtml,
    newHtml,
    hasRemoteImages: turn.hasRemoteImage,
    recipients: { to: [mailbox.address], cc: [] },
    messageId: `<${newId()}@${domain}>`,
    notices: [],
    calendar: null,
    files: storedFilesOf(turn, contentId, stored),
    joins: given.joins,
    hint: null,
    at,
  };
}

function introOf({ at }: Quoted, language: 'fr' | 'en'): string {
  const day = written(at, language);
  return typeset(
    language,
    language === 'fr' ? `Le ${day}, ${company.name} a écrit :` : `On ${day}, ${company.name} wrote:`,
  );
}

/** A remote picture stands parked, as the mail channel's sanitiser leaves it. */
function imageHtml(turn: Says, contentId: string | null, domain: string): string {
  if (turn.hasRemoteImage) return `<img data-remote-src="https://${domain}/banner.png" alt="" width="480">`;
  return contentId ? `<img src="cid:${contentId}" alt="">` : '';
}

function storedFilesOf(turn: Says, contentId: string | null, stored: StoredFiles): StoredFile[] {
  const image = turn.image ? [{ ...stored.get(turn.image)!, contentId, isInline: true }] : [];
  const files = (turn.files ?? []).map(file => ({ ...stored.get(file)!, contentId: null, isInline: false }));
  return [...image, ...files];
}
