// Papers for tests, made here: no file of anybody else's.
import { zipSync } from 'fflate';
import { pdfPage } from '../demo/files/pdf.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A PDF with one page of lines. */
export const pdfOf = (...lines: string[]): Buffer =>
  pdfPage(lines.map((text, at) => ({ text, x: 60, y: 80 + 20 * at, size: 12 })));

/** A DOCX with a paragraph for each text. */
export const docxOf = (...paragraphs: string[]): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': bytes('<Types/>'),
      'word/document.xml': bytes(
        `<?xml version="1.0"?><w:document><w:body>${paragraphs
          .map(
            text =>
              `<w:p><w:pPr><w:pStyle w:val="Titre"/></w:pPr><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`,
          )
          .join('')}</w:body></w:document>`,
      ),
    }),
  );

/** An ODT with a paragraph for each text. */
export const odtOf = (...paragraphs: string[]): Buffer =>
  Buffer.from(
    zipSync({
      mimetype: bytes('application/vnd.oasis.opendocument.text'),
      'content.xml': bytes(
        `<office:document-content><office:body><office:text>${paragraphs
          .map(text => `<text:p>${escaped(text)}</text:p>`)
          .join('')}</office:text></office:body></office:document-content>`,
      ),
    }),
  );

/** Archives that are small and become large. */
export const bombOf = (megabytes: number): Buffer =>
  Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(megabytes * 1024 * 1024) }, { level: 9 }));
export const crowdOf = (entries: number): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Array.from({ length: entries }, (_, at) => [`a${at}`, new Uint8Array(0)]))),
  );
