import { Button } from '@mantine/core';
import { IconDots, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { RichText } from '../ui/rich-text.tsx';
import { MailFrame } from './mail-frame.tsx';
import classes from './message.module.css';
import type { Message } from './messages-query.ts';
import { PlainText } from './plain-text.tsx';

/** The words of a message: an agent's rich text, a mail in its frame, or plain text; the quoted part stays folded. */
export function MessageBody({ message, authorName }: { message: Message; authorName: string }) {
  const t = useT();
  const [isWhole, setIsWhole] = useState(false);
  const [areImagesShown, setAreImagesShown] = useState(false);
  const canUnfold = message.frameUrl === null ? message.quotedText !== '' : message.hasQuote;

  return (
    <div className={classes.body}>
      {message.html !== null ? (
        <RichText html={message.html} />
      ) : message.frameUrl !== null ? (
        <MailFrame
          frameUrl={message.frameUrl}
          title={t('tickets.message.frame', { name: authorName })}
          isWhole={isWhole}
          areImagesShown={areImagesShown}
        />
      ) : (
        <PlainText text={message.text} />
      )}
      {message.frameUrl === null && isWhole && message.quotedText && (
        <blockquote className={classes.quoted}>
          <PlainText text={message.quotedText} />
        </blockquote>
      )}
      {message.html === null && (canUnfold || message.hasRemoteImages) && (
        <div className={classes.actions}>
          {canUnfold && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconDots size={14} aria-hidden />}
              aria-expanded={isWhole}
              onClick={() => setIsWhole(!isWhole)}
            >
              {t(isWhole ? 'tickets.message.hide-quote' : 'tickets.message.show-quote')}
            </Button>
          )}
          {message.hasRemoteImages && !areImagesShown && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPhoto size={14} aria-hidden />}
              title={t('tickets.message.images.why')}
              onClick={() => setAreImagesShown(true)}
            >
              {t('tickets.message.images')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
