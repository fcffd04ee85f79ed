import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { IconBrandYoutube } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { useT } from '../../data/language.ts';
import { videoFrom } from './youtube.ts';

/** Puts a YouTube video into the text by its address; pasting the address does the same (LUM-19). */
export function VideoButton({ editor, isDisabled }: { editor: Editor; isDisabled: boolean }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const video = videoFrom(typed, t('composer.video.default'));
    if (!video) {
      setIsWrong(true);
      return;
    }
    setIsOpen(false);
    editor.chain().focus().insertContent(video).run();
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
          aria-label={t('composer.tool.video')}
          title={t('composer.tool.video')}
          onClick={() => {
            setTyped('');
            setIsWrong(false);
            setIsOpen(!isOpen);
          }}
        >
          <IconBrandYoutube size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <TextInput
            data-autofocus
            label={t('composer.video.address')}
            placeholder="https://www.youtube.com/watch?v=…"
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            error={isWrong && t('composer.video.wrong')}
            w={280}
            maw="calc(100vw - 64px)"
          />
          <Group mt="xs" justify="flex-end">
            <Button size="xs" type="submit">
              {t('composer.link.apply')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
