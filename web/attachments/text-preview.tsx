import { useQuery } from '@tanstack/react-query';
import { useT } from '../data/language.ts';
import classes from './attachments.module.css';
import { decodeText } from './file-kinds.ts';
import { PreviewNote } from './preview-note.tsx';
import type { Attachment } from './use-attachments.ts';

/** So much of a text is shown, in bytes. */
const mostBytes = 64 * 1024;

/** The beginning of a text or a table, as plain text. */
export function TextPreview({ file }: { file: Attachment }) {
  const t = useT();
  const query = useQuery({
    queryKey: ['file-text', file.id],
    queryFn: async ({ signal }) => {
      const response = await fetch(file.url, { signal });
      if (!response.ok || !response.body) throw new Error(`the file answers ${response.status}`);
      return readBeginning(response.body.getReader());
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.isPending) return <PreviewNote>{t('attachments.preview.loading')}</PreviewNote>;
  if (!query.data) return <PreviewNote>{t('attachments.preview.failed')}</PreviewNote>;
  return (
    <>
      <section
        className={classes.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        aria-label={t('attachments.preview.text', { name: file.name })}
      >
        <pre>{query.data.text}</pre>
      </section>
      {query.data.isCut && <PreviewNote>{t('attachments.preview.cut')}</PreviewNote>}
    </>
  );
}

async function readBeginning(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<{ text: string; isCut: boolean }> {
  const bytes = new Uint8Array(mostBytes);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: decodeText(bytes.subarray(0, length), false), isCut: false };
    const part = value.subarray(0, mostBytes - length);
    bytes.set(part, length);
    length += part.length;
    if (part.length < value.length) {
      await reader.cancel();
      return { text: decodeText(bytes, true), isCut: true };
    }
  }
}
