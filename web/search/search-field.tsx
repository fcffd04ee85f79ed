import { Combobox, Kbd, TextInput, useCombobox } from '@mantine/core';
import { IconHistory, IconSearch } from '@tabler/icons-react';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { longestQuestion } from '../../contract/search/question.ts';
import type { Desk } from '../data/desk.ts';
import { useLanguage, useT } from '../data/language.ts';
import { type Completion, completionsAt } from './completion.ts';
import { keepSearch, recentSearches } from './recent-searches.ts';
import classes from './search-field.module.css';

interface Props {
  desk: Desk;
  /** What is searched for now. */
  words: string;
  onSearch: (words: string) => void;
  hasKey: boolean;
  input: RefObject<HTMLInputElement | null>;
}

type Choice = Completion & { isRecent?: boolean };

/** The box that everything is searched from: operators and their values are offered below it as one types. */
export function SearchField({ desk, words, onSearch, hasKey, input }: Props) {
  const t = useT();
  const language = useLanguage();
  const [typed, setTyped] = useState(words);
  const [caret, setCaret] = useState(words.length);
  const wanted = useRef<number | null>(null);
  const store = useCombobox({ onDropdownClose: () => store.resetSelectedOption() });
  useEffect(() => setTyped(words), [words]);
  // After a completion the cursor stands behind it, not at the end of all.
  useEffect(() => {
    if (wanted.current === null) return;
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  useEffect(() => {
    store.resetSelectedOption();
    // The list is another one: what was active in the one before is not there any more.
    input.current?.removeAttribute('aria-activedescendant');
  }, [typed, store.dropdownOpened]);

  const recent: Choice[] = (typed.trim() === '' ? recentSearches(desk.me.id) : []).map(one => ({
    label: one,
    detail: '',
    text: one,
    caret: one.length,
    isRecent: true,
  }));
  const choices: Choice[] = [...recent, ...completionsAt(typed, caret, desk, language, t)];

  function change(text: string, at: number): void {
    setTyped(text);
    setCaret(at);
    store.openDropdown();
  }

  function take(index: number): void {
    const choice = choices[index];
    if (!choice) return;
    wanted.current = choice.caret;
    change(choice.text, choice.caret);
    if (choice.isRecent) search(choice.text);
  }

  function search(text: string): void {
    store.closeDropdown();
    keepSearch(desk.me.id, text.trim());
    // The keys of the page work again: `j` to the first result, `/` back here.
    input.current?.blur();
    onSearch(text.trim());
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    search(typed);
  }

  const group = (title: string, from: Choice[], offset: number) =>
    from.length > 0 && (
      <Combobox.Group label={title}>
        {from.map((choice, index) => (
          <Combobox.Option key={`${typed} ${index}`} value={String(offset + index)}>
            <span className={classes.choice}>
              {choice.isRecent && <IconHistory size={14} aria-hidden className={classes.mark} />}
              <span className={classes.label}>{choice.label}</span>
              {choice.detail && <span className={classes.detail}>{choice.detail}</span>}
            </span>
          </Combobox.Option>
        ))}
      </Combobox.Group>
    );

  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every reader in use
    <form role="search" onSubmit={submit}>
      <Combobox
        store={store}
        onOptionSubmit={value => take(Number(value))}
        width={320}
        position="bottom-start"
        withinPortal
      >
        <Combobox.Target withExpandedAttribute autoComplete="off">
          <TextInput
            ref={input}
            enterKeyHint="search"
            maxLength={longestQuestion}
            value={typed}
            onChange={event =>
              change(
                event.currentTarget.value,
                event.currentTarget.selectionStart ?? event.currentTarget.value.length,
              )
            }
            onSelect={event => setCaret(event.currentTarget.selectionStart ?? typed.length)}
            onFocus={() => store.openDropdown()}
            onClick={() => store.openDropdown()}
            onBlur={() => store.closeDropdown()}
            onKeyDown={event => {
              if (event.key === 'Escape' && !store.dropdownOpened) event.currentTarget.blur();
            }}
            aria-label={t('search.label')}
            placeholder={t('shell.search.placeholder')}
            leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
            rightSection={
              hasKey ? (
                <Kbd size="xs" aria-hidden>
                  /
                </Kbd>
              ) : null
            }
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={choices.length === 0}>
          <Combobox.Options aria-label={t('search.hints')} className={classes.options}>
            {group(t('search.recent'), recent, 0)}
            {group(t('search.hints'), choices.slice(recent.length), recent.length)}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </form>
  );
}
