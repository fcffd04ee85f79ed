import { Image } from '@tiptap/extension-image';
import type { AttachedFile } from '../draft.ts';

/** An image in the text, with the upload that it shows: so that it can become an attached file instead, and back. */
export const InlineImage = Image.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      file: {
        default: null,
        parseHTML: element => readFile(element.getAttribute('data-file')),
        renderHTML: ({ file }) => (file ? { 'data-file': JSON.stringify(file) } : {}),
      },
    };
  },
}).configure({ allowBase64: false });

/** The node for an upload. */
export function imageOf(file: AttachedFile) {
  return { type: 'image', attrs: { src: file.url, alt: file.name.replace(/\.\w+$/, ''), file } };
}

function readFile(kept: string | null): AttachedFile | null {
  if (kept === null) return null;
  try {
    const { id, name, type, size, url } = JSON.parse(kept);
    return typeof id === 'string' && typeof url === 'string' ? { id, name, type, size, url } : null;
  } catch {
    return null;
  }
}
