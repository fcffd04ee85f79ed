import { Drawer } from '@mantine/core';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { Rail } from './rail.tsx';

/** The rail of small screens: slides in, goes away with the first choice. */
export function RailDrawer({ desk, isOpen, onClose }: { desk: Desk; isOpen: boolean; onClose: () => void }) {
  const t = useT();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size={300}
      padding={0}
      title={t('shell.rail.title')}
      closeButtonProps={{ 'aria-label': t('shell.close'), size: 'lg' }}
      styles={{
        header: { padding: '8px 8px 0 16px', minHeight: 48, background: 'transparent' },
        title: { fontWeight: 600 },
        content: { display: 'flex', flexDirection: 'column', background: 'var(--guichet-rail)' },
        body: { flex: 1, minHeight: 0 },
      }}
    >
      <Rail desk={desk} onGo={onClose} />
    </Drawer>
  );
}
