import { IconAt, IconInfoCircle, IconLock } from '@tabler/icons-react';
import { memo } from 'react';
import { useAgent, useDesk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { CalendarCard } from './calendar-card.tsx';
import { DeliveryLines } from './delivery-lines.tsx';
import { FileList } from './file-list.tsx';
import classes from './message.module.css';
import { MessageBody } from './message-body.tsx';
import { MessageMenu } from './message-menu.tsx';
import type { Message } from './messages-query.ts';
import { noticeText } from './notice-text.ts';
import { RecipientLines } from './recipient-lines.tsx';
import { SideMark } from './side/side-mark.tsx';

interface Props {
  message: Message;
  /** Whether the address of the page leads to this message. */
  isLinked?: boolean;
}

/** One message: the customer's, an agent's or an internal note, told apart by shape, words and colour (LUM-34). */
export const MessageCard = memo(function MessageCard({ message, isLinked }: Props) {
  const t = useT();
  const format = useFormat();
  const agent = useAgent(message.author.type === 'agent' ? message.author.id : null);
  const name = agent?.name || message.author.name || message.author.email || t('tickets.nameless');
  const kind = message.kind === 'note' ? 'note' : message.author.type;
  const me = useDesk().data?.me.id;
  const isMentioned = me !== undefined && message.html?.includes(`data-mention="${me}"`) === true;
  const isBodyShowingInline = message.frameUrl !== null || message.html !== null;
  const files = message.files.filter(file => !file.isInline || !isBodyShowingInline);

  return (
    <article
      className={classes.card}
      data-kind={kind}
      data-message={message.id}
      data-linked={isLinked || undefined}
      aria-label={spoken()}
    >
      <header className={classes.head}>
        <PersonAvatar name={name} size={28} />
        <div className={classes.author}>
          <span className={classes.name}>{name}</span>
          {(kind === 'contact' || message.side) &&
            message.author.type === 'contact' &&
            message.author.email &&
            message.author.email !== name && <span className={classes.address}>{message.author.email}</span>}
        </div>
        <time dateTime={message.at} title={format.dateTime(message.at)} className={classes.time}>
          {format.dateTime(message.at)}
        </time>
        <MessageMenu message={message} name={name} />
      </header>
      <SideMark message={message} />
      {kind === 'note' && !message.side && (
        <p className={classes.noteMark}>
          <IconLock size={14} stroke={2} aria-hidden />
          {t('tickets.note.mark')}
          {isMentioned && (
            <span className={classes.mentioned}>
              <IconAt size={14} stroke={2} aria-hidden />
              {t('composer.mentioned')}
            </span>
          )}
        </p>
      )}
      {(kind === 'agent' || message.side) && <RecipientLines {...message} />}
      {kind !== 'agent' && !message.side && message.cc.length > 0 && (
        <p className={classes.copies}>{t('tickets.message.cc', { addresses: message.cc.join(', ') })}</p>
      )}
      {message.notices.map(code => (
        <p key={code} className={classes.notice}>
          <IconInfoCircle size={16} stroke={1.75} aria-hidden />
          <span>{noticeText(t, code)}</span>
        </p>
      ))}
      {message.calendar && <CalendarCard entry={message.calendar} />}
      <MessageBody message={message} authorName={name} />
      <FileList files={files} />
      <DeliveryLines deliveries={message.deliveries} isOurs={message.author.type === 'agent'} />
    </article>
  );

  function spoken(): string {
    return t(`tickets.message.by.${message.side ? 'side' : kind}`, {
      name,
      time: format.dateTime(message.at),
    });
  }
});
