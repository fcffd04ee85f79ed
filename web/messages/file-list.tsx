import {
  IconDownload,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconPhoto,
} from '@tabler/icons-react';
import { useFormat, useT } from '../data/language.ts';
import { isShownInline } from './editor/dropped-files.ts';
import classes from './file-list.module.css';
import type { MessageFile } from './messages-query.ts';

/** The files of a message: images as thumbnails, all with name, size and download. */
export function FileList({ files }: { files: MessageFile[] }) {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t('tickets.files', { count: files.length })}>
      {files.map(file => (
        <li key={file.id} className={classes.file}>
          <FileChip file={file} />
        </li>
      ))}
    </ul>
  );
}

function FileChip({ file }: { file: MessageFile }) {
  const t = useT();
  const format = useFormat();
  const size = format.size(file.size);
  return (
    <a
      href={file.url}
      download={file.name}
      className={classes.chip}
      title={t('tickets.file.download', { name: file.name, size })}
    >
      {isShownInline(file) ? (
        <img className={classes.thumbnail} src={file.url} alt="" loading="lazy" width={40} height={40} />
      ) : (
        <span className={classes.icon} aria-hidden>
          <FileIcon type={file.type} />
        </span>
      )}
      <span className={classes.text}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>{size}</span>
      </span>
      <IconDownload size={16} stroke={1.75} aria-hidden className={classes.download} />
    </a>
  );
}

/** An icon for the kind of a file, by its MIME type. */
export function FileIcon({ type }: { type: string }) {
  if (type.startsWith('image/')) return <IconPhoto size={20} stroke={1.5} />;
  if (/zip|compressed|tar/.test(type)) return <IconFileZip size={20} stroke={1.5} />;
  if (type === 'application/pdf') return <IconFileTypePdf size={20} stroke={1.5} />;
  if (/text|word|document|rfc822/.test(type)) return <IconFileText size={20} stroke={1.5} />;
  return <IconFile size={20} stroke={1.5} />;
}
