import { VisuallyHidden } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../data/language.ts';
import classes from './attachments.module.css';
import { readPdf } from './pdf-reader.ts';
import { PreviewNote } from './preview-note.tsx';
import type { Attachment } from './use-attachments.ts';

/** So many pages are drawn; the rest is for the downloaded file. */
const mostPages = 20;

/** The pages of a PDF as pictures, their words for screen readers. */
export function PdfPreview({ file }: { file: Attachment }) {
  const t = useT();
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [problem, setProblem] = useState<'failed' | 'protected'>();
  useEffect(() => {
    const stop = new AbortController();
    let close = () => {};
    readPdf(file.url, stop.signal).then(
      read => {
        close = read.close;
        if (stop.signal.aborted) close();
        else setPdf(read.pdf);
      },
      (error: Error) => {
        if (!stop.signal.aborted) setProblem(error.name === 'PasswordException' ? 'protected' : 'failed');
      },
    );
    return () => {
      stop.abort();
      close();
    };
  }, [file.url]);
  if (problem) return <PreviewNote>{t(`attachments.preview.${problem}`)}</PreviewNote>;
  if (!pdf) return <PreviewNote>{t('attachments.preview.loading')}</PreviewNote>;
  const shown = Math.min(pdf.numPages, mostPages);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className={classes.pages} tabIndex={0} aria-label={file.name}>
      {Array.from({ length: shown }, (_, index) => (
        <PdfPage key={index} pdf={pdf} page={index + 1} onProblem={() => setProblem('failed')} />
      ))}
      {shown < pdf.numPages && (
        <PreviewNote>{t('attachments.preview.more', { shown, pages: pdf.numPages })}</PreviewNote>
      )}
    </section>
  );
}

interface PageProps {
  pdf: PDFDocumentProxy;
  page: number;
  onProblem: () => void;
}

function PdfPage({ pdf, page, onProblem }: PageProps) {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  const report = useRef(onProblem);
  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    async function draw(): Promise<void> {
      const read = await pdf.getPage(page);
      if (isGone || !canvas.current) return;
      const width = canvas.current.parentElement?.clientWidth ?? 600;
      const sharpness = Math.min(window.devicePixelRatio || 1, 2);
      const viewport = read.getViewport({
        scale: (width / read.getViewport({ scale: 1 }).width) * sharpness,
      });
      canvas.current.width = viewport.width;
      canvas.current.height = viewport.height;
      const drawing = read.render({ canvas: canvas.current, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
      const { items } = await read.getTextContent();
      if (!isGone) setWords(items.map(item => ('str' in item ? item.str : '')).join(' '));
    }
    draw().catch(() => {
      if (!isGone) report.current();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [pdf, page]);
  return (
    <div className={classes.page}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('attachments.preview.page', { page, pages: pdf.numPages })}
        data-drawn={words !== '' || undefined}
      />
      <VisuallyHidden>{words}</VisuallyHidden>
    </div>
  );
}
