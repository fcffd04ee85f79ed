// Tells a customer how their request was solved, in the words that the agent saved for it (ZOH-08).

import { sayIn } from '../templates/own-texts.ts';
import { customerEnvelope } from './envelope.ts';
import { framed, Words } from './frame.tsx';
import { type Letter, NoLetter } from './letter.ts';
import type { MailMeans, Material } from './material.ts';
import { plainText } from './plain-text.ts';
import { replySubject } from './thread-headers.ts';

/** @throws NoLetter without a resolution */
export function resolutionLetter(means: MailMeans, material: Material): Letter {
  const { resolution, workspace } = material;
  if (!resolution) throw new NoLetter('the delivery names no resolution');
  const { conversation, text, authorName } = resolution;
  const { language, ticket, recipientName } = conversation;
  const say = sayIn(material.texts, language);
  const facts = { number: String(ticket.number), workspace: workspace.name, name: recipientName };
  const subject = replySubject(ticket.subject);
  const hello = say(recipientName ? 'mail.hello.name' : 'mail.hello', facts);
  const intro = `${hello}\n\n${say('mail.resolution.body', facts)}`;
  const next = say('mail.resolution.next', facts);
  const footer = say('mail.footer', facts);
  const fromName = say('mail.from', { ...facts, agent: authorName });
  return {
    ...customerEnvelope(means, material, conversation, fromName),
    subject,
    html: framed(
      { language, title: subject, brandColour: workspace.brandColour },
      <>
        <Words text={intro} />
        <Words text={text} />
        <Words text={next} />
      </>,
      footer,
    ),
    text: plainText([intro, text, next, footer]),
    files: [],
  };
}
