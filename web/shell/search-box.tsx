import { ActionIcon, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { SearchField } from '../search/search-field.tsx';
import { useShortcut } from '../ui/shortcut.ts';

/** Searches everything: leads to the page of results with the words in its address. */
export function SearchBox({
  desk,
  isCollapsed,
  onGo,
}: {
  desk: Desk;
  isCollapsed: boolean;
  onGo?: () => void;
}) {
  const t = useT();
  const navigate = useNavigate();
  const location = useLocation();
  const { slug } = desk.workspace;
  const isShown = location.pathname.endsWith('/search');
  const words = isShown ? ((location.search as { q?: string }).q ?? '') : '';
  const input = useRef<HTMLInputElement>(null);

  const go = (q?: string) => void navigate({ to: '/w/$slug/search', params: { slug }, search: { q } });
  function open() {
    if (isCollapsed) return go();
    input.current?.focus();
    input.current?.select();
  }
  // The drawer of small screens has a box of its own; one `/` is enough.
  useShortcut('/', open, t('shell.keys.search'), { isEnabled: onGo === undefined });

  if (isCollapsed) {
    return (
      <Tooltip label={t('search.label')} position="right">
        <ActionIcon onClick={open} aria-label={t('search.label')} size={40} mx="auto">
          <IconSearch size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <SearchField
      desk={desk}
      words={words}
      input={input}
      hasKey={!onGo}
      onSearch={text => {
        onGo?.();
        go(text || undefined);
      }}
    />
  );
}
