import { ActionIcon, Menu } from '@mantine/core';
import { IconHeading } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useT } from '../../data/language.ts';

interface Props {
  editor: Editor;
  isActive: boolean;
  isDisabled: boolean;
}

/** What kind of block the cursor stands in: text, a heading, code (LUM-18). */
export function HeadingMenu({ editor, isActive, isDisabled }: Props) {
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
        <Menu.Item onClick={() => editor.chain().focus().setCodeBlock().run()}>
          {t('composer.tool.code-block')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
