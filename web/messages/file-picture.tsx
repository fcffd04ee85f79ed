import { IconFile, IconFileText, IconFileTypePdf, IconFileZip, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './file-picture.module.css';

interface Props {
  file: { url: string; type: string };
  /** Shown small itself; everything else, and an image that no browser can read, has the icon of its kind. */
  isImage: boolean;
}

/** What stands before a file's name. */
export function FilePicture({ file, isImage }: Props) {
  const [isUnreadable, setIsUnreadable] = useState(false);
  if (isImage && !isUnreadable)
    return (
      <img
        className={classes.thumbnail}
        src={file.url}
        alt=""
        loading="lazy"
        width={40}
        height={40}
        onError={() => setIsUnreadable(true)}
      />
    );
  return (
    <span className={classes.icon} aria-hidden>
      <FileIcon type={file.type} />
    </span>
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
