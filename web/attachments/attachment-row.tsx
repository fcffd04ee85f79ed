import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconDownload, IconEye, IconMessage, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAgent, useDesk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { FilePicture } from '../messages/file-picture.tsx';
import classes from './attachments.module.css';
import { previewOf } from './file-kinds.ts';
import type { Attachment } from './use-attachments.ts';

interface Props {
  file: Attachment;
  number: string;
  onPreview: () => void;
  onRemove: () => void;
}

/** One file: what it is, who gave it and when, where it came from, and what can be done with it. */
export function AttachmentRow({ file, number, onPreview, onRemove }: Props) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const me = useDesk().data?.me.id;
  const agent = useAgent(file.by.type === 'agent' ? file.by.id : null);
  const name = agent?.name || file.by.name || t('tickets.nameless');
  const preview = previewOf(file);
  const size = format.size(file.size);
  const origin = !file.messageId ? 'not-sent' : file.isInNote ? 'in-note' : 'sent';
  const isMine = file.messageId === null && file.by.id === me;
  return (
    <li className={classes.file}>
      <FilePicture file={file} isImage={preview === 'image'} />
      <div className={classes.words}>
        {preview ? (
          <UnstyledButton
            className={classes.name}
            onClick={onPreview}
            aria-label={t('attachments.preview', { name: file.name })}
          >
            {file.name}
          </UnstyledButton>
        ) : (
          <a className={classes.name} href={file.url} download={file.name}>
            {file.name}
          </a>
        )}
        <span className={classes.about}>
          {size} · {t(`attachments.${origin}`)} ·{' '}
          <time dateTime={file.at}>{t('attachments.by', { name, time: format.dateTime(file.at) })}</time>
        </span>
      </div>
      <div className={classes.tools}>
        {preview && (
          <Tool label={t('attachments.preview', { name: file.name })}>
            {props => (
              <ActionIcon {...props} onClick={onPreview}>
                <IconEye size={18} />
              </ActionIcon>
            )}
          </Tool>
        )}
        {file.messageId && (
          <Tool label={t('attachments.jump-of', { name })}>
            {props => (
              <ActionIcon
                {...props}
                renderRoot={root => (
                  <Link
                    to="/w/$slug/tickets/$number"
                    params={{ slug, number }}
                    search={{ message: file.messageId ?? undefined }}
                    {...root}
                  />
                )}
              >
                <IconMessage size={18} />
              </ActionIcon>
            )}
          </Tool>
        )}
        <Tool label={t('tickets.file.download', { name: file.name, size })}>
          {props => (
            <ActionIcon {...props} component="a" href={file.url} download={file.name}>
              <IconDownload size={18} />
            </ActionIcon>
          )}
        </Tool>
        {isMine && (
          <Tool label={t('attachments.remove', { name: file.name })}>
            {props => (
              <ActionIcon {...props} onClick={onRemove}>
                <IconTrash size={18} />
              </ActionIcon>
            )}
          </Tool>
        )}
      </div>
    </li>
  );
}

function Tool({
  label,
  children,
}: {
  label: string;
  children: (props: { 'aria-label': string }) => React.ReactElement;
}) {
  return <Tooltip label={label}>{children({ 'aria-label': label })}</Tooltip>;
}
