import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useMemo, useState } from 'react';
import { useLanguage, useT } from '../../data/language.ts';
import { emojiIn, findEmoji } from './emoji.ts';
import classes from './emoji-button.module.css';
import { useArrowKeys } from './use-arrow-keys.ts';

/** All emoji, to be found by name; the keyboard has : for the same (LUM-19). */
export function EmojiButton({ editor, isDisabled }: { editor: Editor; isDisabled: boolean }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);

  function choose(glyph: string): void {
    setIsOpen(false);
    editor.chain().focus().insertContent(glyph).run();
  }

  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      onDismiss={() => {
        setIsOpen(false);
        editor.commands.focus();
      }}
      position="top"
      trapFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon
          size={28}
          variant="subtle"
          color="gray"
          disabled={isDisabled}
          aria-label={t('composer.tool.emoji')}
          title={t('composer.tool.emoji')}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconMoodSmile size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <EmojiGrid onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function EmojiGrid({ onChoose }: { onChoose: (glyph: string) => void }) {
  const t = useT();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const all = useMemo(() => emojiIn(language), [language]);
  const found = typed.trim() === '' ? all : findEmoji(all, typed, all.length);
  const arrows = useArrowKeys();
  return (
    <div className={classes.place}>
      <TextInput
        data-autofocus
        size="xs"
        aria-label={t('composer.emoji.search')}
        placeholder={t('composer.emoji.search')}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || !found[0]) return;
          event.preventDefault();
          onChoose(found[0].glyph);
        }}
      />
      <div role="toolbar" aria-label={t('composer.menu.emoji')} className={classes.grid} {...arrows}>
        {found.map(({ glyph, name }) => (
          <button
            key={glyph}
            type="button"
            className={classes.emoji}
            aria-label={name}
            title={name}
            onClick={() => onChoose(glyph)}
          >
            {glyph}
          </button>
        ))}
      </div>
      {found.length === 0 && (
        <p className={classes.none} role="status">
          {t('composer.emoji.none')}
        </p>
      )}
    </div>
  );
}
