// Tells a customer how their request was solved, in the words that the agent saved for it (ZOH-08).
import { t } from '../../../../contract/i18n/t.ts';
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
  const facts = { number: String(ticket.number), workspace: workspace.name, name: recipientName };
  const subject = replySubject(ticket.subject);
  const hello = t(language, recipientName ? 'mail.hello.name' : 'mail.hello', facts);
  const intro = `${hello}\n\n${t(language, 'mail.resolution.body', facts)}`;
  const next = t(language, 'mail.resolution.next');
  const footer = t(language, 'mail.footer', facts);
  const fromName = t(language, 'mail.from', { agent: authorName, workspace: workspace.name });
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
