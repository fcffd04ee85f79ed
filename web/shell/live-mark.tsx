import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useT } from '../data/language.ts';
import { useLiveState } from '../data/live.ts';
import chip from '../ui/chip.module.css';

/** Says quietly that changes by others do not arrive just now; nothing while they do. */
export function LiveMark() {
  const t = useT();
  const state = useLiveState();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (state !== 'gone') return setShown(false);
    // A line that comes back at once is nobody's business.
    const timer = setTimeout(() => setShown(true), 3000);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <span role="status">
      {isShown && (
        <span className={`${chip.chip} ${chip.amber}`} title={t('shell.live.gone-text')}>
          <IconCloudOff size={14} aria-hidden />
          <span className={chip.label}>{t('shell.live.gone')}</span>
        </span>
      )}
    </span>
  );
}
