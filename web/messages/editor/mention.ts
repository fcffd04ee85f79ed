import { Mention, type MentionOptions } from '@tiptap/extension-mention';
import { type Offer, suggestionOf, type TypeAhead } from './type-ahead.ts';

/** A teammate called by name in a note: <span data-mention="ID">@Nina</span>, which the server reads to tell them. */
export function mention(read: () => TypeAhead) {
  return Mention.extend<MentionOptions<Offer, Offer>>({
    addAttributes() {
      return {
        id: { default: '', parseHTML: element => element.getAttribute('data-mention') },
        label: { default: '', parseHTML: element => (element.textContent ?? '').replace(/^@/, '') },
      };
    },
    parseHTML() {
      return [{ tag: 'span[data-mention]' }];
    },
    renderHTML({ node }) {
      return ['span', { 'data-mention': node.attrs.id }, `@${node.attrs.label}`];
    },
    renderText({ node }) {
      return `@${node.attrs.label}`;
    },
  }).configure({ suggestion: suggestionOf(read) });
}
