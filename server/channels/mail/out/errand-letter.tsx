// Mails to agents about what they have to do: an activity that is due, an approval that is asked for or was settled.
import { t } from '../../../../contract/i18n/t.ts';
import { sayIn } from '../templates/own-texts.ts';
import { agentEnvelope } from './envelope.ts';
import { Button, framed, Quote, Words } from './frame.tsx';
import { type Letter, NoLetter } from './letter.ts';
import type { MailMeans, Material } from './material.ts';
import { plainText } from './plain-text.ts';

/** @throws NoLetter without an errand */
export function errandLetter(means: MailMeans, material: Material): Letter {
  const { errand, workspace, delivery, agent } = material;
  if (!errand) throw new NoLetter('the delivery names nothing to do');
  const language = agent?.language ?? workspace.language;
  const say = sayIn(material.texts, language);
  const { ticket, tab, title } = errand;
  const dates = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: workspace.timeZone,
  });
  const facts = {
    title,
    number: String(ticket.number),
    actor: errand.actorName,
    due: errand.dueAt ? dates.format(errand.dueAt) : '',
    outcome: errand.outcome && t(language, `approval.state.${errand.outcome}`),
  };
  const subject = say(`mail.${delivery.purpose}.subject`, facts);
  const hello = agent ? say('mail.hello.name', { name: agent.name }) : say('mail.hello');
  const intro = [hello, say(`mail.${delivery.purpose}.body`, facts)].join('\n\n');
  const about = [title, t(language, 'mail.errand.ticket', { ...facts, subject: ticket.subject })].join('\n');
  const words = errand.words.filter(text => text.trim() !== '');
  const link = `${means.config.publicUrl}/w/${workspace.slug}/tickets/${ticket.number}/${tab}`;
  const open = say(`mail.${delivery.purpose}.open`, facts);
  const footer = t(language, 'mail.errand.no-answer');
  return {
    ...agentEnvelope(means, material),
    subject,
    html: framed(
      { language, title: subject, brandColour: workspace.brandColour },
      <>
        <Words text={intro} />
        <Words text={about} />
        {words.map(text => (
          <Quote key={text} text={text} />
        ))}
        <Button href={link} colour={workspace.brandColour} label={open} />
      </>,
      footer,
    ),
    text: plainText([
      intro,
      about,
      ...words.map(text => text.replace(/^/gm, '> ')),
      `${open}\n${link}`,
      footer,
    ]),
    files: [],
  };
}
