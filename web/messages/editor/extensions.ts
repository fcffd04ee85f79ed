import { Image } from '@tiptap/extension-image';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';

const followable = /^(https?:|mailto:|tel:)/i;

/** What an agent can write: headings, bold, italic, strike, lists, quotes, links, images (LUM-18, LUM-19). */
export function editorExtensions(placeholder: string) {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      codeBlock: false,
      horizontalRule: false,
      underline: false,
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
        isAllowedUri: (address, { defaultValidate }) => defaultValidate(address) && followable.test(address),
      },
    }),
    Image.configure({ allowBase64: false }),
    Placeholder.configure({ placeholder }),
  ];
}

/** The address a person meant: https is added where no protocol is given; '' when it cannot be followed. */
export function linkAddress(typed: string): string {
  const text = typed.trim();
  if (text === '') return '';
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return followable.test(address) && URL.canParse(address) ? address : '';
}
