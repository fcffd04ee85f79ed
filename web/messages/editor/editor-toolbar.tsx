import { Menu, Toolbar, Tooltip } from '@mantine/core';
import '@mantine/core/styles/Toggle.css';
import '@mantine/core/styles/Toolbar.css';
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

interface Props {
  editor: Editor;
  label: string;
  isDisabled: boolean;
  onImages: (files: File[]) => void;
}

/** Formatting buttons; one tab stop, arrow keys move between them. */
export function EditorToolbar({ editor, label, isDisabled, onImages }: Props) {
  const t = useT();
  const chooser = useRef<HTMLInputElement>(null);
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
  const tool = (name: string, icon: ReactNode, active: boolean, act: () => void) => (
    <Tool label={t(`composer.tool.${name}`)} isActive={active} isDisabled={isDisabled} onClick={act}>
      {icon}
    </Tool>
  );

  return (
    <Toolbar aria-label={label} size="sm" withBorder={false} className={classes.toolbar}>
      <HeadingMenu editor={editor} isActive={is.heading} isDisabled={isDisabled} />
      {tool('bold', <IconBold size={16} />, is.bold, () => run().toggleBold().run())}
      {tool('italic', <IconItalic size={16} />, is.italic, () => run().toggleItalic().run())}
      {tool('strike', <IconStrikethrough size={16} />, is.strike, () => run().toggleStrike().run())}
      {tool('bullets', <IconList size={16} />, is.bullets, () => run().toggleBulletList().run())}
      {tool('numbers', <IconListNumbers size={16} />, is.numbers, () => run().toggleOrderedList().run())}
      {tool('quote', <IconQuote size={16} />, is.quote, () => run().toggleBlockquote().run())}
      <LinkButton editor={editor} isDisabled={isDisabled} />
      {tool('image', <IconPhoto size={16} />, false, () => chooser.current?.click())}
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        multiple
        hidden
        onChange={event => {
          onImages([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </Toolbar>
  );
}

function HeadingMenu({ editor, isActive, isDisabled }: { editor: Editor; isActive: boolean; isDisabled: boolean }) {
  const t = useT();
  return (
    <Menu position="top-start" withinPortal>
      <Menu.Target>
        <Toolbar.Toggle
          active={isActive}
          disabled={isDisabled}
          aria-label={t('composer.tool.heading')}
          title={t('composer.tool.heading')}
        >
          <IconHeading size={16} />
        </Toolbar.Toggle>
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

interface ToolProps {
  label: string;
  isActive: boolean;
  isDisabled: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, isActive, isDisabled, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <Toolbar.Toggle
        active={isActive}
        disabled={isDisabled}
        aria-pressed={isActive}
        aria-label={label}
        onMouseDown={(event: { preventDefault: () => void }) => event.preventDefault()}
        onClick={onClick}
      >
        {children}
      </Toolbar.Toggle>
    </Tooltip>
  );
}
