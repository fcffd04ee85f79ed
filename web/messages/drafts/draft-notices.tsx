import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconFileOff } from '@tabler/icons-react';
import { useT } from '../../data/language.ts';
import type { KeptDraft } from '../use-draft.ts';
import classes from './drafts.module.css';

/** Above the text: that another tab has written something else, or that what stood here was taken away. */
export function DraftNotices({ kept }: { kept: KeptDraft }) {
  const t = useT();
  return (
    <div className={classes.notices} role="status">
      {kept.conflict && (
        <div className={classes.notice} data-tone="amber">
          <IconArrowsSplit2 size={18} stroke={1.75} aria-hidden />
          <span className={classes.words}>{t('drafts.conflict')}</span>
          <Button size="compact-sm" variant="default" onClick={kept.takeTheirs}>
            {t('drafts.conflict.take')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={kept.keepMine}>
            {t('drafts.conflict.keep')}
          </Button>
        </div>
      )}
      {kept.removed && (
        <div className={classes.notice}>
          <IconFileOff size={18} stroke={1.75} aria-hidden />
          <span className={classes.words}>{t('drafts.removed')}</span>
          <Button size="compact-sm" variant="default" onClick={kept.putBack}>
            {t('drafts.removed.back')}
          </Button>
        </div>
      )}
    </div>
  );
}
