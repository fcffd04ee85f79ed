import { mergeAttributes, Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { isYoutubeId, youtubeAddress, youtubeIdOf } from '../../../contract/youtube.ts';
import { VideoNode } from './video-node.tsx';

/** The card of a YouTube video (LUM-19): <a data-youtube="ID" href="...">title</a>. Nothing is loaded from outside. */
export const Youtube = Node.create({
  name: 'youtube',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    // Without an id there is no video, so that the editor never makes one by itself, as it does with paragraphs.
    return { id: { isRequired: true, rendered: false }, title: { default: '', rendered: false } };
  },
  parseHTML() {
    return [
      {
        tag: 'a[data-youtube]',
        // Before links, which would take the same element.
        priority: 1100,
        getAttrs: element => {
          const id = element.getAttribute('data-youtube') ?? '';
          return isYoutubeId(id) ? { id, title: element.textContent ?? '' } : false;
        },
      },
    ];
  },
  renderHTML({ node, HTMLAttributes }) {
    const { id, title } = node.attrs as { id: string; title: string };
    const attributes = { 'data-youtube': id, href: youtubeAddress(id) };
    return ['a', mergeAttributes(HTMLAttributes, attributes), title || youtubeAddress(id)];
  },
  renderText({ node }) {
    return `${node.attrs.title}\n${youtubeAddress(node.attrs.id)}`;
  },
  addNodeView() {
    return ReactNodeViewRenderer(VideoNode);
  },
});

/** The content to insert for an address of a video, with a line to go on below it; null for any other text. */
export function videoFrom(text: string, title: string) {
  const id = youtubeIdOf(text);
  return id === null ? null : [{ type: 'youtube', attrs: { id, title } }, { type: 'paragraph' }];
}
