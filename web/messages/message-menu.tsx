import { ActionIcon, Menu } from '@mantine/core';
import { IconBlockquote, IconDots, IconDownload, IconLink, IconMessageBolt } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { showDone } from '../ui/toast.ts';
import type { Message } from './messages-query.ts';
import { quoteInReply } from './quotes.ts';
import { ticketKey } from './ticket-keys.ts';

const CannedFromMessage = lazy(async () => ({
  default: (await import('../answers/canned-from-message.tsx')).CannedFromMessage,
}));

/** What can be done with one message: link to it, quote it, keep it as a canned reply (CHP-11), fetch its source. */
export function MessageMenu({ message, name }: { message: Message; name: string }) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const mayWork = useMay('tickets.work');
  const { number = '' } = useParams({ strict: false });
  const [isKeeping, setIsKeeping] = useState(false);
  const isLocked = client.getQueryData<{ status: string }>(ticketKey(slug, number))?.status === 'closed';
  const isPublic = message.kind === 'public';

  async function copyLink(): Promise<void> {
    const address = `${location.origin}/w/${slug}/tickets/${number}?message=${message.id}`;
    const isCopied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    showDone(t, t(isCopied ? 'composer.message.copied' : 'composer.message.not-copied'));
  }

  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size={24} aria-label={t('composer.message.menu', { name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={() => void copyLink()}>
            {t('composer.message.copy-link')}
          </Menu.Item>
          {/* A note stays in the house: it is never offered for the customer's eyes (LUM-34). */}
          {mayWork && isPublic && !isLocked && (
            <Menu.Item
              leftSection={<IconBlockquote size={16} aria-hidden />}
              onClick={() =>
                quoteInReply(
                  number,
                  t('mail.quote.wrote', { date: format.dateTime(message.at), name }),
                  message.text,
                )
              }
            >
              {t('composer.message.quote')}
            </Menu.Item>
          )}
          {mayWork && isPublic && message.html !== null && message.author.type === 'agent' && (
            <Menu.Item
              leftSection={<IconMessageBolt size={16} aria-hidden />}
              onClick={() => setIsKeeping(true)}
            >
              {t('composer.message.can')}
            </Menu.Item>
          )}
          {message.sourceUrl && (
            <Menu.Item
              component="a"
              href={message.sourceUrl}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('tickets.message.source')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isKeeping && (
        <Suspense fallback={null}>
          <CannedFromMessage message={message} number={number} onClose={() => setIsKeeping(false)} />
        </Suspense>
      )}
    </>
  );
}
