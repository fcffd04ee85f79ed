import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

export interface ToolProps {
  label: string;
  /** Whether the text at the cursor has this format; left out for buttons that do not switch anything. */
  isActive?: boolean;
  isDisabled: boolean;
  onClick?: () => void;
  children: ReactNode;
}

/** One button of the toolbar; the cursor stays in the text while it is pressed. */
export function Tool({ label, isActive, isDisabled, onClick, children, ...others }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        {...others}
        size={28}
        variant={isActive ? 'light' : 'subtle'}
        color={isActive ? 'brand' : 'gray'}
        disabled={isDisabled}
        aria-pressed={isActive}
        aria-label={label}
        onMouseDown={event => event.preventDefault()}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
