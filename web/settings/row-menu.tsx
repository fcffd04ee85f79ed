import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What can be done with one row. Takes its name for screen readers and Menu.Item children. */
export function RowMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu width={220}>
      <Menu.Target>
        <ActionIcon aria-label={label} size={36}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
