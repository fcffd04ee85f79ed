import { ActionIcon, Menu } from '@mantine/core';
import {
  IconBold,
  IconHeading,
  IconItalic,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconQuote,
  IconStrikethrough,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type ReactNode, useRef } from 'react';
import { useT } from '../../data/language.ts';
import { LinkButton } from './link-button.tsx';
import classes from './rich-editor.module.css';
import { Tool } from './tool.tsx';
import { useArrowKeys } from './use-arrow-keys.ts';

interface Props {
  editor: Editor;
  isDisabled: boolean;
  onImages: (files: File[]) => void;
}

/** Formatting buttons (LUM-18, LUM-19). */
export function EditorToolbar({ editor, isDisabled, onImages }: Props) {
  const t = useT();
  const chooser = useRef<HTMLInputElement>(null);
  const arrows = useArrowKeys();
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      strike: now.isActive('strike'),
      heading: now.isActive('heading'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
    }),
  });
  const run = () => editor.chain().focus();
  const tool = (name: string, icon: ReactNode, isActive: boolean | undefined, act: () => void) => (
    <Tool label={t(`composer.tool.${name}`)} isActive={isActive} isDisabled={isDisabled} onClick={act}>
      {icon}
    </Tool>
  );

  return (
    <div role="toolbar" aria-label={t('composer.toolbar')} className={classes.toolbar} {...arrows}>
      <HeadingMenu editor={editor} isActive={is.heading} isDisabled={isDisabled} />
      {tool('bold', <IconBold size={16} />, is.bold, () => run().toggleBold().run())}
      {tool('italic', <IconItalic size={16} />, is.italic, () => run().toggleItalic().run())}
      {tool('strike', <IconStrikethrough size={16} />, is.strike, () => run().toggleStrike().run())}
      {tool('bullets', <IconList size={16} />, is.bullets, () => run().toggleBulletList().run())}
      {tool('numbers', <IconListNumbers size={16} />, is.numbers, () => run().toggleOrderedList().run())}
      {tool('quote', <IconQuote size={16} />, is.quote, () => run().toggleBlockquote().run())}
      <LinkButton editor={editor} isDisabled={isDisabled} />
      {tool('image', <IconPhoto size={16} />, undefined, () => chooser.current?.click())}
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
    </div>
  );
}

interface MenuProps {
  editor: Editor;
  isActive: boolean;
  isDisabled: boolean;
}

function HeadingMenu({ editor, isActive, isDisabled }: MenuProps) {
  const t = useT();
  return (
    <Menu position="top-start">
      <Menu.Target>
        <ActionIcon
          size={28}
          variant={isActive ? 'light' : 'subtle'}
          color={isActive ? 'brand' : 'gray'}
          disabled={isDisabled}
          aria-label={t('composer.tool.heading')}
          title={t('composer.tool.heading')}
        >
          <IconHeading size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => editor.chain().focus().setParagraph().run()}>
          {t('composer.tool.paragraph')}
        </Menu.Item>
        <Menu.Item onClick={() => editor.chain().focus().setHeading({ level: 2 }).run()}>
          {t('composer.tool.heading-large')}
        </Menu.Item>
        <Menu.Item onClick={() => editor.chain().focus().setHeading({ level: 3 }).run()}>
          {t('composer.tool.heading-small')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
