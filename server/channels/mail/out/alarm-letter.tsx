// Tells an administrator that a mailbox cannot send, or sends again.

import { sayIn } from '../templates/own-texts.ts';
import { agentEnvelope } from './envelope.ts';
import { Button, framed, Quote, Words } from './frame.tsx';
import type { Letter } from './letter.ts';
import type { MailMeans, Material } from './material.ts';
import { plainText } from './plain-text.ts';

/** Makes the mail; its content names the mailbox and what its server said. */
export function alarmLetter(means: MailMeans, material: Material): Letter {
  const { workspace, delivery, agent } = material;
  const language = agent?.language ?? workspace.language;
  const say = sayIn(material.texts, language);
  const { purpose, content } = delivery;
  const facts = { name: String(content.name), address: String(content.address), workspace: workspace.name };
  const subject = say(`mail.${purpose}.subject`, facts);
  const hello = agent ? say('mail.hello.name', { name: agent.name }) : say('mail.hello');
  const intro = `${hello}\n\n${say(`mail.${purpose}.body`, facts)}`;
  const detail = String(content.detail ?? '');
  const open = say('mail.mailbox.open', facts);
  const link = `${means.config.publicUrl}/w/${workspace.slug}/settings/mailboxes/${content.mailboxId}`;
  const footer = say('mail.mailbox.why', facts);
  return {
    ...agentEnvelope(means, material),
    subject,
    html: framed(
      { language, title: subject, brandColour: workspace.brandColour },
      <>
        <Words text={intro} />
        {detail && <Quote text={detail} />}
        <Button href={link} colour={workspace.brandColour} label={open} />
      </>,
      footer,
    ),
    text: plainText([intro, detail && `> ${detail}`, `${open}\n${link}`, footer]),
    files: [],
  };
}
