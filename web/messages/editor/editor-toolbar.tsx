import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconCode,
  IconItalic,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconQuote,
  IconSeparatorHorizontal,
  IconSlash,
  IconStrikethrough,
  IconUnderline,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type ReactNode, useRef } from 'react';
import { useT } from '../../data/language.ts';
import { EmojiButton } from './emoji-button.tsx';
import { HeadingMenu } from './heading-menu.tsx';
import { LinkButton } from './link-button.tsx';
import classes from './rich-editor.module.css';
import { Tool } from './tool.tsx';
import { useArrowKeys } from './use-arrow-keys.ts';
import { VideoButton } from './video-button.tsx';

interface Props {
  editor: Editor;
  isDisabled: boolean;
  /** Left out where a text cannot hold images. */
  onImages?: (files: File[]) => void;
  /** Whether canned replies can be put in. */
  hasCanned: boolean;
}

/** Formatting buttons (LUM-18, LUM-19). */
export function EditorToolbar({ editor, isDisabled, onImages, hasCanned }: Props) {
  const t = useT();
  const chooser = useRef<HTMLInputElement>(null);
  const arrows = useArrowKeys();
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      strike: now.isActive('strike'),
      code: now.isActive('code'),
      heading: now.isActive('heading') || now.isActive('codeBlock'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
  const run = () => editor.chain().focus();
  const tool = (
    name: string,
    icon: ReactNode,
    isActive: boolean | undefined,
    act: () => void,
    isOff = false,
  ) => (
    <Tool
      label={t(`composer.tool.${name}`)}
      isActive={isActive}
      isDisabled={isDisabled || isOff}
      onClick={act}
    >
      {icon}
    </Tool>
  );

  /** Opens the menu of canned replies as typing its sign does, a space before it where a word ends. */
  function askCanned(): void {
    const before = editor.state.selection.$from.nodeBefore?.text ?? '';
    run()
      .insertContent(/\S$/.test(before) ? ' /' : '/')
      .run();
  }

  return (
    <div role="toolbar" aria-label={t('composer.toolbar')} className={classes.toolbar} {...arrows}>
      <HeadingMenu editor={editor} isActive={is.heading} isDisabled={isDisabled} />
      {tool('bold', <IconBold size={16} />, is.bold, () => run().toggleBold().run())}
      {tool('italic', <IconItalic size={16} />, is.italic, () => run().toggleItalic().run())}
      {tool('underline', <IconUnderline size={16} />, is.underline, () => run().toggleUnderline().run())}
      {tool('strike', <IconStrikethrough size={16} />, is.strike, () => run().toggleStrike().run())}
      {tool('code', <IconCode size={16} />, is.code, () => run().toggleCode().run())}
      {tool('bullets', <IconList size={16} />, is.bullets, () => run().toggleBulletList().run())}
      {tool('numbers', <IconListNumbers size={16} />, is.numbers, () => run().toggleOrderedList().run())}
      {tool('quote', <IconQuote size={16} />, is.quote, () => run().toggleBlockquote().run())}
      {tool('divider', <IconSeparatorHorizontal size={16} />, undefined, () =>
        run().setHorizontalRule().run(),
      )}
      <LinkButton editor={editor} isDisabled={isDisabled} />
      {onImages && tool('image', <IconPhoto size={16} />, undefined, () => chooser.current?.click())}
      <VideoButton editor={editor} isDisabled={isDisabled} />
      <EmojiButton editor={editor} isDisabled={isDisabled} />
      {hasCanned && tool('canned', <IconSlash size={16} />, undefined, askCanned)}
      {tool('undo', <IconArrowBackUp size={16} />, undefined, () => run().undo().run(), !is.canUndo)}
      {tool('redo', <IconArrowForwardUp size={16} />, undefined, () => run().redo().run(), !is.canRedo)}
      {onImages && (
        <input
          ref={chooser}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          multiple
          hidden
          aria-label={t('composer.tool.image')}
          onChange={event => {
            onImages([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      )}
    </div>
  );
}
