// Mails about somebody's account: an invitation, or a new password. Their link is a secret: it lies sealed in the outbox
// and is opened only here.
import { type Language, languages } from '../../../../contract/fields.ts';
import { t } from '../../../../contract/i18n/t.ts';
import { sayIn } from '../templates/own-texts.ts';
import { agentEnvelope } from './envelope.ts';
import { Button, framed, Words } from './frame.tsx';
import { type Letter, NoLetter } from './letter.ts';
import type { MailMeans, Material } from './material.ts';
import { plainText } from './plain-text.ts';

/** @throws NoLetter without a link; Error when the link was sealed with another key or for another workspace */
export function accountLetter(means: MailMeans, material: Material): Letter {
  const { delivery, workspace, agent } = material;
  const { purpose, content } = delivery;
  const language = languageOf(content.language) ?? agent?.language ?? workspace.language;
  const say = sayIn(material.texts, language);
  const link = openLink(means, material);
  const inviter = typeof content.inviterName === 'string' ? content.inviterName : '';
  const by = purpose === 'invitation' && inviter ? '.by' : '';
  const facts = { workspace: workspace.name, inviter };
  const subject = say(`mail.${purpose}.subject${by}`, facts);
  const hello = agent ? say('mail.hello.name', { name: agent.name }) : say('mail.hello');
  const intro = [hello, say(`mail.${purpose}.body${by}`, facts)].join('\n\n');
  const open = say(`mail.${purpose}.open`, facts);
  const life = say(`mail.${purpose}.life`, facts);
  const copy = t(language, 'mail.link');
  const footer = say(`mail.${purpose}.ignore`, facts);
  return {
    ...agentEnvelope(means, material),
    subject,
    html: framed(
      { language, title: subject, brandColour: workspace.brandColour },
      <>
        <Words text={intro} />
        <Button href={link} colour={workspace.brandColour} label={open} />
        <p>{life}</p>
        <p class="soft" style="font-size:13px;color:#6b655c;word-break:break-all">
          {copy} <a href={link}>{link}</a>
        </p>
      </>,
      footer,
    ),
    text: plainText([intro, `${open}\n${link}`, life, footer]),
    files: [],
  };
}

function openLink({ secrets }: MailMeans, { delivery, workspace }: Material): string {
  const { sealedLink } = delivery.content;
  if (typeof sealedLink !== 'string') throw new NoLetter('the delivery has no link');
  const place = `${workspace.id}/deliveries.content/${delivery.purpose}`;
  return secrets.unseal(Buffer.from(sealedLink, 'base64'), place);
}

function languageOf(value: unknown): Language | null {
  return languages.find(language => language === value) ?? null;
}
