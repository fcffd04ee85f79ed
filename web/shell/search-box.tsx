import { ActionIcon, Kbd, TextInput, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useT } from '../data/language.ts';
import { useShortcut } from '../ui/shortcut.ts';

/** Searches all tickets: leads to the view All with the words in its address. */
export function SearchBox({
  slug,
  isCollapsed,
  onGo,
}: {
  slug: string;
  isCollapsed: boolean;
  onGo?: () => void;
}) {
  const t = useT();
  const navigate = useNavigate();
  const location = useLocation();
  const inAddress = location.pathname.endsWith('/all') ? ((location.search as { q?: string }).q ?? '') : '';
  const [words, setWords] = useState(inAddress);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setWords(inAddress), [inAddress]);

  function open() {
    if (isCollapsed) return void navigate({ to: '/w/$slug/all', params: { slug }, search: {} });
    input.current?.focus();
    input.current?.select();
  }
  // The drawer of small screens has a box of its own; one `/` is enough.
  useShortcut('/', open, t('shell.keys.search'), { isEnabled: onGo === undefined });

  function search(event: FormEvent) {
    event.preventDefault();
    onGo?.();
    void navigate({ to: '/w/$slug/all', params: { slug }, search: { q: words.trim() || undefined } });
  }
  if (isCollapsed) {
    return (
      <Tooltip label={t('shell.search')} position="right">
        <ActionIcon onClick={open} aria-label={t('shell.search')} size={40} mx="auto">
          <IconSearch size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every reader in use
    <form role="search" onSubmit={search}>
      <TextInput
        ref={input}
        type="search"
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        aria-label={t('shell.search')}
        placeholder={t('shell.search.placeholder')}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        rightSection={
          onGo ? null : (
            <Kbd size="xs" aria-hidden>
              /
            </Kbd>
          )
        }
      />
    </form>
  );
}
