// An agent's public message to the customer (CHP-05), or their words to a third party.

import { sayIn } from '../templates/own-texts.ts';
import type { Conversation, Spoken } from './conversation.ts';
import { customerEnvelope } from './envelope.ts';
import { framed, Quote, Rich, Words } from './frame.tsx';
import { type Letter, NoLetter } from './letter.ts';
import type { MailMeans, Material } from './material.ts';
import { plainText, textOfHtml } from './plain-text.ts';
import { richHtml } from './rich-html.ts';
import { replySubject } from './thread-headers.ts';

const mostQuotedCharacters = 20_000;

/** @throws NoLetter when the message is not an agent's */
export function replyLetter(means: MailMeans, material: Material): Letter {
  const { conversation, workspace, delivery } = material;
  if (conversation?.message.author !== 'agent')
    throw new NoLetter('only what an agent wrote to the customer is sent as a reply');
  const { message, ticket, language } = conversation;
  const say = sayIn(material.texts, language);
  const facts = { number: String(ticket.number), workspace: workspace.name };
  const isAside = delivery.purpose === 'side';
  const fromName = say('mail.from', { ...facts, agent: message.name });
  const isFirst = delivery.purpose === 'opening' || (isAside && conversation.earlier.length === 0);
  const subject = isFirst ? ticket.subject : replySubject(ticket.subject);
  const quotes = quotesOf(
    conversation,
    (date, name) => say('mail.quote.wrote', { ...facts, date, name }),
    workspace.timeZone,
  );
  const footer = say(isAside ? 'mail.footer.side' : 'mail.footer', facts);
  const look = { language, title: subject, brandColour: workspace.brandColour };
  const earlier = say('mail.quote.earlier', facts);
  const signature = conversation.signatureHtml;
  return {
    ...customerEnvelope(means, material, conversation, fromName),
    subject,
    html: framed(
      look,
      <>
        {message.html ? <Rich html={richHtml(message.html, language)} /> : <Words text={message.text} />}
        {signature && (
          <div class="soft" style="margin:24px 0;color:#6b655c">
            <Rich html={signature} />
          </div>
        )}
        {quotes.map(({ id, head, text }) => (
          <div key={id}>
            <p class="soft" style="margin:24px 0 8px;color:#6b655c">
              {head}
            </p>
            <Quote text={text} />
          </div>
        ))}
        {conversation.hasMoreEarlier && <p class="soft">{earlier}</p>}
      </>,
      footer,
    ),
    text: plainText([
      message.text,
      signature && `-- \n${textOfHtml(signature)}`,
      ...quotes.map(({ head, text }) => `${head}\n${quoted(text)}`),
      conversation.hasMoreEarlier && earlier,
      footer,
    ]),
    files: conversation.files,
  };
}

interface QuotedMessage {
  id: string;
  head: string;
  text: string;
}

function quotesOf(
  { earlier, language }: Conversation,
  wrote: (date: string, name: string) => string,
  timeZone: string,
): QuotedMessage[] {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const head = ({ at, name }: Spoken) => wrote(dates.format(at), name);
  return earlier.map(one => ({ id: one.id, head: head(one), text: one.text.slice(0, mostQuotedCharacters) }));
}

const quoted = (text: string) => text.trim().replace(/^/gm, '> ').replace(/^> $/gm, '>');
