import { Skeleton } from '@mantine/core';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from './frame.module.css';
import bar from './top-bar.module.css';

/** The frame while the desk is being asked for: the same shape, without words. */
export function FrameSkeleton() {
  return (
    <div className={classes.frame}>
      <div className={classes.rail} style={{ padding: 16 }} aria-hidden>
        <Skeleton height={28} width={140} mb={24} />
        {[72, 88, 96, 60, 80].map(width => (
          <Skeleton key={width} height={12} width={`${width}%`} mb={20} />
        ))}
      </div>
      <div className={classes.body}>
        <div className={bar.bar} aria-hidden>
          <Skeleton height={16} width={160} />
        </div>
        <main className={classes.main} id="main">
          <ListSkeleton rows={10} />
        </main>
      </div>
    </div>
  );
}
