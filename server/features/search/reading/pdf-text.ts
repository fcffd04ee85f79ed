import { getDocumentProxy } from 'unpdf';
import { type FileLimits, Unreadable } from './limits.ts';

/** The text of a PDF, page after page, until there is enough. Nothing in it is run and nothing is fetched. @throws Unreadable */
export async function pdfText(bytes: Uint8Array, limits: FileLimits): Promise<string> {
  // It takes no Buffer, and keeps what it is given.
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0,
  }).catch((error: Error) => {
    throw new Unreadable(error.name === 'PasswordException' ? 'encrypted' : 'broken');
  });
  const parts: string[] = [];
  let length = 0;
  const pages = Math.min(document.numPages, limits.pages);
  for (let number = 1; number <= pages && length < limits.characters; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    parts.push(text);
    length += text.length;
    page.cleanup();
  }
  return parts.join('\n');
}
