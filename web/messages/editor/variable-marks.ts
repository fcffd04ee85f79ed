import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isVariable, variablePattern } from '../../../contract/canned-variables.ts';

/** Marks variables such as {{customer.name}} where they stand, so that none goes out unseen (LIV-19). */
export function variableMarks(title: string) {
  return Extension.create({
    name: 'variableMarks',
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            decorations({ doc }) {
              const marks: Decoration[] = [];
              doc.descendants((node, at) => {
                if (!node.isText) return;
                for (const match of (node.text ?? '').matchAll(variablePattern)) {
                  const from = at + match.index;
                  const known = isVariable(match[1] ?? '') ? 'known' : 'unknown';
                  marks.push(
                    Decoration.inline(from, from + match[0].length, {
                      class: 'variable',
                      'data-variable': known,
                      ...(title && { title }),
                    }),
                  );
                }
              });
              return DecorationSet.create(doc, marks);
            },
          },
        }),
      ];
    },
  });
}
