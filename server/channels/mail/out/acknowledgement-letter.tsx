// The automatic answer to a new request: its number and what happens next (LIV-21). None of the sender's words are in it,
// so that nobody can make us send theirs to a third person (S1).

import { sayIn } from '../templates/own-texts.ts';
import { customerEnvelope } from './envelope.ts';
import { framed, Words } from './frame.tsx';
import { type Letter, NoLetter } from './letter.ts';
import type { MailMeans, Material } from './material.ts';
import { plainText } from './plain-text.ts';

/** @throws NoLetter without a conversation */
export function acknowledgementLetter(means: MailMeans, material: Material): Letter {
  const { conversation, workspace } = material;
  if (!conversation) throw new NoLetter('an acknowledgement needs its ticket');
  const { language, answerTime } = conversation;
  const facts = { number: String(conversation.ticket.number), workspace: workspace.name };
  const say = sayIn(material.texts, language);
  const subject = say('mail.acknowledgement.subject', facts);
  const estimate =
    answerTime && say(`mail.acknowledgement.${answerTime.unit}`, { ...facts, count: answerTime.count });
  const body = [
    say('mail.hello'),
    [say('mail.acknowledgement.body', facts), estimate].filter(Boolean).join(' '),
    say('mail.acknowledgement.next', facts),
    say('mail.acknowledgement.team', facts),
  ].join('\n\n');
  const footer = [say('mail.footer', facts), say('mail.acknowledgement.automatic', facts)].join(' · ');
  const envelope = customerEnvelope(means, material, conversation, workspace.name);
  return {
    ...envelope,
    // The name that the sender gave for themselves is text of theirs, too.
    to: { name: '', address: envelope.to.address },
    headers: { ...envelope.headers, 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    subject,
    html: framed(
      { language, title: subject, brandColour: workspace.brandColour },
      <Words text={body} />,
      footer,
    ),
    text: plainText([body, footer]),
    files: [],
  };
}
