import { VisuallyHidden } from '@mantine/core';
import { IconForms, IconHeadset, IconMail, IconMessageCircle, IconPhone } from '@tabler/icons-react';
import { useT } from '../data/language.ts';
import type { Row } from './list-pages.ts';

const icons = {
  mail: IconMail,
  form: IconForms,
  chat: IconMessageCircle,
  phone: IconPhone,
  agent: IconHeadset,
} as const;

/** Where the ticket came in, as an icon with its name for pointers and screen readers. */
export function ChannelIcon({ channel }: { channel: Row['channel'] }) {
  const t = useT();
  const Icon = icons[channel];
  const name = t(`channel.${channel}`);
  return (
    <span title={name} style={{ display: 'inline-flex' }}>
      <Icon size={14} stroke={1.75} aria-hidden />
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  );
}
