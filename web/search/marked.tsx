import classes from './search.module.css';

/** A text with what was looked for marked in it. Text only: whatever it holds is shown as it is. */
export function Marked({ parts }: { parts: readonly { text: string; isHit: boolean }[] }) {
  return parts.map((part, at) =>
    part.isHit ? (
      <mark key={at} className={classes.mark}>
        {part.text}
      </mark>
    ) : (
      <span key={at}>{part.text}</span>
    ),
  );
}
