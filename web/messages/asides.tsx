import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useFormat, useT } from '../data/language.ts';
import classes from './conversation.module.css';
import type { Aside } from './conversation.tsx';

/** Lines on what was done to the ticket; a long run of them shows its last two until unfolded. */
export function Asides({ asides }: { asides: Aside[] }) {
  const t = useT();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const hidden = isOpen || asides.length <= 3 ? 0 : asides.length - 2;
  return (
    <div className={classes.asides}>
      {hidden > 0 && (
        <UnstyledButton className={classes.more} onClick={() => setIsOpen(true)}>
          {t('tickets.asides.more', { count: hidden })}
        </UnstyledButton>
      )}
      {asides.slice(hidden).map(aside => (
        <p key={aside.id} className={classes.aside}>
          {aside.content}
          <time dateTime={aside.at} title={format.dateTime(aside.at)} className={classes.at}>
            {format.dateTime(aside.at)}
          </time>
        </p>
      ))}
    </div>
  );
}
