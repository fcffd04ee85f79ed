import { ActionIcon, Menu } from '@mantine/core';
import {
  IconBlockquote,
  IconDots,
  IconDownload,
  IconLink,
  IconMailForward,
  IconMessageBolt,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { isLocked, type Status } from '../../contract/fields.ts';
import { ArrivalItems } from '../arrivals/message-items.tsx';
import { useMay } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { showDone } from '../ui/toast.ts';
import { type Message, messagesOf } from './messages-query.ts';
import { quoteInReply } from './quotes.ts';
import { forwardedHtml, forwardedSubject } from './side/forwarded.ts';
import { forwardAside } from './side/side-requests.ts';
import { messagesKey, ticketKey } from './ticket-keys.ts';

const WhyDialog = lazy(async () => ({ default: (await import('../arrivals/why-dialog.tsx')).WhyDialog }));
const MoveDialog = lazy(async () => ({ default: (await import('../arrivals/move-dialog.tsx')).MoveDialog }));
const CannedFromMessage = lazy(async () => ({
  default: (await import('../answers/canned-from-message.tsx')).CannedFromMessage,
}));

/** What can be done with one message: link to it, quote it, send it on, keep it as a canned reply (CHP-11), ask why it is here, move it. */
export function MessageMenu({ message, name }: { message: Message; name: string }) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const mayWork = useMay('tickets.work');
  const { number = '' } = useParams({ strict: false });
  const [open, setOpen] = useState<'canned' | 'why' | 'move' | null>(null);
  const close = () => setOpen(null);
  const status = client.getQueryData<{ status: Status }>(ticketKey(slug, number))?.status;
  const isTicketLocked = status !== undefined && isLocked(status);
  const isPublic = message.kind === 'public';

  async function copyLink(): Promise<void> {
    const address = `${location.origin}/w/${slug}/tickets/${number}?message=${message.id}`;
    const isCopied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    showDone(t, t(isCopied ? 'composer.message.copied' : 'composer.message.not-copied'));
  }

  async function forward(): Promise<void> {
    const subject =
      message.subject || (client.getQueryData<{ subject: string }>(ticketKey(slug, number))?.subject ?? '');
    const about = { name, date: format.dateTime(message.at), subject: message.subject };
    const written = { subject: forwardedSubject(t, subject), html: forwardedHtml(t, message, about) };
    await forwardAside({ slug, number }, message, written).catch(() => showDone(t, t('side.files.failed')));
  }

  function hasOthers(): boolean {
    const pages = client.getQueryData<{ pages: Parameters<typeof messagesOf>[0] }>(
      messagesKey(slug, number),
    )?.pages;
    return messagesOf(pages ?? []).some(one => one.kind === 'public' && one.id !== message.id);
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
          {mayWork && isPublic && !isTicketLocked && (
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
          {mayWork && (
            <Menu.Item leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => void forward()}>
              {t('side.forward')}
            </Menu.Item>
          )}
          {mayWork && isPublic && message.html !== null && message.author.type === 'agent' && (
            <Menu.Item
              leftSection={<IconMessageBolt size={16} aria-hidden />}
              onClick={() => setOpen('canned')}
            >
              {t('composer.message.can')}
            </Menu.Item>
          )}
          <ArrivalItems
            onWhy={message.sourceUrl ? () => setOpen('why') : undefined}
            onMove={
              mayWork && isPublic && message.author.type === 'contact' ? () => setOpen('move') : undefined
            }
          />
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
      <Suspense fallback={null}>
        {open === 'canned' && <CannedFromMessage message={message} number={number} onClose={close} />}
        {open === 'why' && message.sourceUrl && (
          <WhyDialog messageId={message.id} sourceUrl={message.sourceUrl} onClose={close} />
        )}
        {open === 'move' && (
          <MoveDialog
            messageId={message.id}
            number={number}
            sender={message.author.email}
            canBeAlone={hasOthers()}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}
