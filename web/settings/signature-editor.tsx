import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBold, IconItalic, IconList, IconUnderline } from '@tabler/icons-react';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useT } from '../data/language.ts';
import classes from './signature-editor.module.css';

/** A small rich text: bold, italic, underline, lists; addresses become links. Tells its HTML, '' when empty. */
export function SignatureEditor({ html, onChange }: { html: string; onChange: (html: string) => void }) {
  const t = useT();
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: false,
        codeBlock: false,
        link: {
          openOnClick: false,
          protocols: ['mailto', 'tel'],
          HTMLAttributes: { rel: 'noopener noreferrer' },
        },
      }),
    ],
    content: html,
    // As the rich editor: made once it is shown.
    immediatelyRender: false,
    editorProps: {
      attributes: {
        'aria-label': t('settings.profile.signature'),
        role: 'textbox',
        'aria-multiline': 'true',
        class: classes.text ?? '',
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.isEmpty ? '' : changed.getHTML()),
  });
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now?.isActive('bold') ?? false,
      italic: now?.isActive('italic') ?? false,
      underline: now?.isActive('underline') ?? false,
      bulletList: now?.isActive('bulletList') ?? false,
    }),
  });
  const tools = [
    { name: 'bold', icon: IconBold, run: () => editor?.chain().focus().toggleBold().run() },
    { name: 'italic', icon: IconItalic, run: () => editor?.chain().focus().toggleItalic().run() },
    { name: 'underline', icon: IconUnderline, run: () => editor?.chain().focus().toggleUnderline().run() },
    { name: 'bulletList', icon: IconList, run: () => editor?.chain().focus().toggleBulletList().run() },
  ] as const;
  return (
    <div className={classes.editor}>
      <div className={classes.tools} role="toolbar" aria-label={t('settings.profile.signature.tools')}>
        {tools.map(tool => (
          <Tooltip key={tool.name} label={t(`settings.format.${tool.name}`)}>
            <ActionIcon
              variant={on?.[tool.name] ? 'light' : 'subtle'}
              color={on?.[tool.name] ? 'brand' : 'gray'}
              aria-label={t(`settings.format.${tool.name}`)}
              aria-pressed={on?.[tool.name] ?? false}
              onClick={tool.run}
            >
              <tool.icon size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <EditorContent editor={editor} />
    </div>
  );
}
