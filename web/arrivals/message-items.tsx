import { Menu } from '@mantine/core';
import { IconArrowRight, IconHelpCircle } from '@tabler/icons-react';
import { useT } from '../data/language.ts';

/** What a message's menu offers about how it came: why it is here, and where else it may belong. */
export function ArrivalItems({ onWhy, onMove }: { onWhy?: () => void; onMove?: () => void }) {
  const t = useT();
  return (
    <>
      {onWhy && (
        <Menu.Item leftSection={<IconHelpCircle size={16} aria-hidden />} onClick={onWhy}>
          {t('why.open')}
        </Menu.Item>
      )}
      {onMove && (
        <Menu.Item leftSection={<IconArrowRight size={16} aria-hidden />} onClick={onMove}>
          {t('move.open')}
        </Menu.Item>
      )}
    </>
  );
}
