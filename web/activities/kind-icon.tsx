import { IconCalendarEvent, IconPhone, IconSquareCheck } from '@tabler/icons-react';
import type { ActivityKind } from '../../contract/routes/activities.ts';

export const kindIcons = { task: IconSquareCheck, call: IconPhone, event: IconCalendarEvent } as const;

/** The sign of a kind; its word stands beside it. */
export function KindIcon({ kind, size = 18 }: { kind: ActivityKind; size?: number }) {
  const Icon = kindIcons[kind];
  return <Icon size={size} stroke={1.75} aria-hidden />;
}
