import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useT } from '../data/language.ts';
import classes from './skeletons.module.css';

function Loading() {
  const t = useT();
  return <VisuallyHidden role="status">{t('shell.loading')}</VisuallyHidden>;
}

/** A list that is loading: `rows` rows of a circle and two lines, `height` pixels each. */
export function ListSkeleton({ rows = 8, height = 56 }: { rows?: number; height?: number }) {
  return (
    <div className={classes.late}>
      <Loading />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row} style={{ height }} aria-hidden>
          <Skeleton circle height={28} />
          <div className={classes.lines}>
            <Skeleton height={10} width={`${36 + ((row * 17) % 30)}%`} />
            <Skeleton height={8} width={`${55 + ((row * 23) % 35)}%`} />
          </div>
          <Skeleton height={18} width={64} />
        </div>
      ))}
    </div>
  );
}

/** A form or a text that is loading: `lines` labelled blocks. */
export function FormSkeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className={classes.late}>
      <Loading />
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={classes.field} aria-hidden>
          <Skeleton height={10} width={120} />
          <Skeleton height={36} />
        </div>
      ))}
    </div>
  );
}
