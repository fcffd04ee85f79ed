import { useMemo } from 'react';
import { linkify } from './linkify.ts';
import classes from './message.module.css';

/** A text mail as text: line breaks kept, addresses made links, nothing read as HTML (S12, S13). */
export function PlainText({ text }: { text: string }) {
  const parts = useMemo(() => linkify(text), [text]);
  return (
    <div className={classes.plain}>
      {parts.map((part, index) =>
        part.href ? (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </div>
  );
}
