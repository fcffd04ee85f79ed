import { useT } from '../data/language.ts';
import classes from './message.module.css';

/** Whom a message was written to, spelled out. */
export function RecipientLines({ to, cc, bcc }: { to: string[]; cc: string[]; bcc: string[] }) {
  const t = useT();
  if (to.length + cc.length + bcc.length === 0) return null;
  return (
    <p className={classes.copies}>
      {to.length > 0 && t('sending.shown.to', { addresses: to.join(', ') })}
      {cc.length > 0 && ` · ${t('sending.shown.cc', { addresses: cc.join(', ') })}`}
      {bcc.length > 0 && ` · ${t('sending.shown.bcc', { addresses: bcc.join(', ') })}`}
    </p>
  );
}
