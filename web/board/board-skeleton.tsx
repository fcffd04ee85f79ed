import { Skeleton, VisuallyHidden } from '@mantine/core';
import { boardColumns } from '../../contract/board.ts';
import { useT } from '../data/language.ts';
import skeletons from '../ui/skeletons.module.css';
import classes from './board.module.css';

/** The board while it loads: columns of empty cards. */
export function BoardSkeleton() {
  const t = useT();
  return (
    <div className={`${classes.board} ${skeletons.late}`}>
      <VisuallyHidden role="status">{t('shell.loading')}</VisuallyHidden>
      {boardColumns.map((name, place) => (
        <div key={name} className={classes.column} data-shown={place === 0} aria-hidden>
          <Skeleton height={16} width="50%" m={12} />
          <div className={classes.cards}>
            {Array.from({ length: 5 - place }, (_, card) => (
              <Skeleton key={card} height={104} radius={6} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
