import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { useT } from '../../data/language.ts';
import { linkAddress } from './extensions.ts';

/** Makes the selected words a link, or changes or removes the link at the cursor. */
export function LinkButton({ editor, isDisabled }: { editor: Editor; isDisabled: boolean }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const isActive = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') });

  function open(): void {
    setTyped(String(editor.getAttributes('link').href ?? ''));
    setIsWrong(false);
    setIsOpen(!isOpen);
  }

  function close(): void {
    setIsOpen(false);
    editor.commands.focus();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const href = linkAddress(typed);
    if (!href) {
      setIsWrong(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !isActive) {
      chain
        .insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] })
        .run();
    } else chain.setLink({ href }).run();
    setIsOpen(false);
  }

  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      onDismiss={close}
      position="top"
      trapFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon
          size={28}
          variant={isActive ? 'light' : 'subtle'}
          color={isActive ? 'brand' : 'gray'}
          disabled={isDisabled}
          aria-label={t('composer.tool.link')}
          title={t('composer.tool.link')}
          onClick={open}
        >
          <IconLink size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <TextInput
            data-autofocus
            label={t('composer.link.address')}
            placeholder="https://"
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            error={isWrong && t('composer.link.wrong')}
            w={260}
          />
          <Group mt="xs" gap="xs" justify="flex-end">
            {isActive && (
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  editor.chain().focus().extendMarkRange('link').unsetLink().run();
                  setIsOpen(false);
                }}
              >
                {t('composer.link.remove')}
              </Button>
            )}
            <Button size="xs" type="submit">
              {t('composer.link.apply')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
