import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { InlineImage } from './inline-image.ts';
import { mention } from './mention.ts';
import { type TypeAhead, typeAheads } from './type-ahead.ts';
import { variableMarks } from './variable-marks.ts';
import { Youtube } from './youtube.ts';

const followable = /^(https?:|mailto:|tel:)/i;

export interface Writable {
  placeholder: string;
  /** What is said of a variable that stands in the text. */
  variableTitle: string;
  hasImages: boolean;
  /** The menus that open while one types. */
  menus: readonly TypeAhead['name'][];
  readMenu: (name: TypeAhead['name']) => TypeAhead;
}

/** What an agent can write: headings, formatting, lists, quotes, code, links, images, videos (LUM-18, LUM-19). */
export function editorExtensions({ placeholder, variableTitle, hasImages, menus, readMenu }: Writable) {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
        isAllowedUri: (address, { defaultValidate }) => defaultValidate(address) && followable.test(address),
      },
    }),
    ...(hasImages ? [InlineImage] : []),
    Youtube,
    Placeholder.configure({ placeholder }),
    variableMarks(variableTitle),
    typeAheads(
      menus.filter(name => name !== 'mention'),
      readMenu,
    ),
    ...(menus.includes('mention') ? [mention(() => readMenu('mention'))] : []),
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
