import { IconDownload } from '@tabler/icons-react';
import { useFormat, useT } from '../data/language.ts';
import { isShownInline } from './editor/dropped-files.ts';
import classes from './file-list.module.css';
import { FilePicture } from './file-picture.tsx';
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
      <FilePicture file={file} isImage={isShownInline(file)} />
      <span className={classes.text}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>{size}</span>
      </span>
      <IconDownload size={16} stroke={1.75} aria-hidden className={classes.download} />
    </a>
  );
}
