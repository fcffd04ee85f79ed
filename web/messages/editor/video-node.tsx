import { CloseButton, TextInput } from '@mantine/core';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useT } from '../../data/language.ts';
import { VideoFace } from '../../ui/video-card.tsx';
import classes from './rich-editor.module.css';

/** The card of a video while one writes: its title can be changed, and it can be taken out. */
export function VideoNode({ node, editor, selected, updateAttributes, deleteNode }: NodeViewProps) {
  const t = useT();
  const { id, title } = node.attrs as { id: string; title: string };
  return (
    <NodeViewWrapper className={classes.video} data-youtube={id} data-selected={selected} data-drag-handle>
      <VideoFace id={id}>
        <TextInput
          size="xs"
          aria-label={t('composer.video.title')}
          maxLength={200}
          value={title}
          disabled={!editor.isEditable}
          onChange={event => updateAttributes({ title: event.currentTarget.value })}
        />
      </VideoFace>
      <CloseButton
        size={24}
        aria-label={t('composer.video.remove')}
        disabled={!editor.isEditable}
        onClick={() => {
          deleteNode();
          editor.commands.focus();
        }}
      />
    </NodeViewWrapper>
  );
}
