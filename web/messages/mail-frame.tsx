import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { frameAddress, heightOf } from './frame-height.ts';
import classes from './mail-frame.module.css';

interface Props {
  frameUrl: string;
  /** Names the frame for screen readers. */
  title: string;
  areImagesShown: boolean;
  isWhole: boolean;
}

/**
 * An HTML mail in a frame that may neither run scripts nor reach us (S12). As it therefore cannot tell its height, a
 * second frame that nobody sees, in which only a script of ours runs, measures the same page at the same width.
 */
export function MailFrame({ frameUrl, title, areImagesShown, isWhole }: Props) {
  const theme = useComputedColorScheme('light');
  const [isNear, setIsNear] = useState(false);
  const [height, setHeight] = useState<number>();
  const place = useRef<HTMLDivElement>(null);
  const gauge = useRef<HTMLIFrameElement>(null);
  const look = {
    images: areImagesShown ? 'shown' : 'blocked',
    part: isWhole ? 'whole' : 'new',
    theme,
  } as const;

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        setIsNear(true);
        watch.disconnect();
      },
      { rootMargin: '1200px 0px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    function onMessage(event: MessageEvent): void {
      // The frame has no origin of its own to check; only its window proves who speaks.
      if (!gauge.current || event.source !== gauge.current.contentWindow) return;
      const told = heightOf(event.data);
      if (told !== undefined) setHeight(told);
    }
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);

  useEffect(() => {
    if (!isNear || height !== undefined) return;
    // Without an answer the mail is shown all the same, scrolling within itself.
    const timer = setTimeout(() => setHeight(current => current ?? 360), 4000);
    return () => clearTimeout(timer);
  }, [isNear, height]);

  return (
    <div ref={place} className={classes.place} style={{ minHeight: height ?? 96 }}>
      {isNear && (
        <>
          <iframe
            ref={gauge}
            className={classes.gauge}
            sandbox="allow-scripts"
            src={frameAddress(frameUrl, { ...look, mode: 'measure' })}
            tabIndex={-1}
            aria-hidden
            scrolling="no"
            title={title}
          />
          <iframe
            className={classes.frame}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
            src={frameAddress(frameUrl, { ...look, mode: 'show' })}
            style={{ height: height ?? 96 }}
            title={title}
          />
        </>
      )}
      {height === undefined && (
        <div className={classes.waiting} aria-hidden>
          <Skeleton height={10} width="80%" />
          <Skeleton height={10} width="65%" mt={12} />
          <Skeleton height={10} width="40%" mt={12} />
        </div>
      )}
    </div>
  );
}
