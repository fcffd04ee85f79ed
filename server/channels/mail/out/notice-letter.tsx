// Mails to agents about a ticket: it was assigned (LUM-31) or escalated to them, the customer has written (CHP-05), a
// reply of theirs did not leave (LUM-23), or a note calls them by name.
import { t } from '../../../../contract/i18n/t.ts';
import { sayIn } from '../templates/own-texts.ts';
import { answerLine } from './answer-line.ts';
import { agentEnvelope } from './envelope.ts';
import { Button, framed, Quote, Words } from './frame.tsx';
import { type Letter, NoLetter } from './letter.ts';
import { answersInternally, type MailMeans, type Material } from './material.ts';
import { plainText } from './plain-text.ts';

const mostCharacters = 4_000;

/** @throws NoLetter without a ticket */
export function noticeLetter(means: MailMeans, material: Material): Letter {
  const { news, workspace, delivery, agent, sender } = material;
  if (!news) throw new NoLetter('a notice needs its ticket');
  const { ticket, words, actorName } = news;
  const language = agent?.language ?? workspace.language;
  const say = sayIn(material.texts, language);
  const isRefusal = delivery.purpose === 'agent-mail-refused';
  const facts = {
    number: String(ticket.number),
    subject: ticket.subject,
    name: words?.name ?? ticket.requesterName,
    actor: actorName ?? '',
    recipient: String(delivery.content.recipient ?? ''),
    reason: isRefusal ? t(language, `mail.agent-mail-refused.reason.${delivery.content.reason}`) : '',
  };
  const subject = say(`mail.${delivery.purpose}.subject`, facts);
  const isMention = delivery.purpose === 'mention';
  const isInternal = answersInternally.includes(delivery.purpose);
  const isHanded = ['assignment', 'escalation'].includes(delivery.purpose);
  const says = `mail.${delivery.purpose}.${isHanded && actorName ? 'by' : 'body'}`;
  const ofItsOwn = ['mention', 'reply-held', 'agent-mail-refused', 'side-answered', 'undelivered'].includes(
    delivery.purpose,
  );
  const why = ofItsOwn ? `mail.${delivery.purpose}.why` : 'mail.notice.why';
  const hello = agent ? say('mail.hello.name', { name: agent.name }) : say('mail.hello');
  const intro = [hello, say(says, facts)].join('\n\n');
  const about = [ticket.subject, say('mail.notice.from', { name: ticket.requesterName })].join('\n');
  const excerpt = words?.text.slice(0, mostCharacters) ?? '';
  const cut = words && words.text.length > mostCharacters && t(language, 'mail.notice.cut');
  const link = `${means.config.publicUrl}/w/${workspace.slug}/tickets/${ticket.number}${isMention ? `?message=${delivery.message_id}` : ''}`;
  const open = say('mail.notice.open');
  // Answers are read where they arrive: in a mailbox.
  // An answer to the news that the customer cannot be reached would reach nobody.
  const isAnswerable = sender.mailboxId !== null && !isRefusal && delivery.purpose !== 'undelivered';
  const above =
    isAnswerable &&
    `${answerLine} ${t(language, `mail.notice.above.${isInternal ? 'note' : 'reply'}`)} ${answerLine}`;
  const footer = [...(isAnswerable ? [] : [say('mail.notice.no-answer')]), say(why, facts)].join(' ');
  return {
    ...agentEnvelope(means, material, isAnswerable),
    subject,
    html: framed(
      { language, title: subject, brandColour: workspace.brandColour },
      <>
        {above && <p class="soft">{above}</p>}
        <Words text={intro} />
        <Words text={about} />
        {excerpt && <Quote text={excerpt} />}
        {cut && <p class="soft">{cut}</p>}
        <Button href={link} colour={workspace.brandColour} label={open} />
      </>,
      footer,
    ),
    text: plainText([above, intro, about, excerpt.replace(/^/gm, '> '), cut, `${open}\n${link}`, footer]),
    files: [],
  };
}
