import { Button, TextInput } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { NodeSelection } from '@tiptap/pm/state';
import { type Editor, useEditorState } from '@tiptap/react';
import { useT } from '../../data/language.ts';
import type { AttachedFile } from '../draft.ts';
import classes from './rich-editor.module.css';

interface Props {
  editor: Editor;
  /** Where an image goes that shall be attached instead; left out where nothing can be attached. */
  onAttach?: (file: AttachedFile) => void;
}

/** What can be done with the image at hand: describe it, attach it instead of showing it in the text, take it out. */
export function ImageBar({ editor, onAttach }: Props) {
  const t = useT();
  const image = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { selection } = now.state;
      const isImage = selection instanceof NodeSelection && selection.node.type.name === 'image';
      return isImage ? (selection.node.attrs as { alt: string | null; file: AttachedFile | null }) : null;
    },
  });
  if (!image || !editor.isEditable) return null;
  const { file } = image;
  return (
    <fieldset className={classes.imageBar} aria-label={t('composer.image.chosen')}>
      <TextInput
        className={classes.alt}
        size="xs"
        label={t('composer.image.alt')}
        maxLength={300}
        value={image.alt ?? ''}
        onChange={event => editor.commands.updateAttributes('image', { alt: event.currentTarget.value })}
      />
      {file && onAttach && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPaperclip size={14} aria-hidden />}
          onClick={() => {
            editor.chain().focus().deleteSelection().run();
            onAttach(file);
          }}
        >
          {t('composer.image.attach')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => editor.chain().focus().deleteSelection().run()}
      >
        {t('composer.image.remove')}
      </Button>
    </fieldset>
  );
}
