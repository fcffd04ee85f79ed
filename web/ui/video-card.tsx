import { IconBrandYoutube, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { youtubeAddress } from '../../contract/youtube.ts';
import { useT } from '../data/language.ts';
import classes from './video-card.module.css';

/** What the card of a video looks like: drawn by us, so that nothing is asked of YouTube before somebody wants it. */
export function VideoFace({ id, children }: { id: string; children: ReactNode }) {
  return (
    <>
      <span className={classes.picture} aria-hidden>
        <IconPlayerPlayFilled size={20} />
      </span>
      <span className={classes.words}>
        {children}
        <span className={classes.place}>
          <IconBrandYoutube size={14} aria-hidden />
          {youtubeAddress(id).replace('https://www.', '')}
        </span>
      </span>
    </>
  );
}

/** A video in a message, as a link that opens in a new tab (LUM-19). */
export function VideoCard({ id, title }: { id: string; title: string }) {
  const t = useT();
  const name = title.trim() || t('composer.video.default');
  return (
    <a
      className={classes.card}
      href={youtubeAddress(id)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('composer.video.opens', { title: name })}
    >
      <VideoFace id={id}>
        <span className={classes.title}>{name}</span>
      </VideoFace>
    </a>
  );
}
