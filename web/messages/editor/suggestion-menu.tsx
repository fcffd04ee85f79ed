import { VisuallyHidden } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type Ref, useEffect, useId, useImperativeHandle, useState } from 'react';
import { useT } from '../../data/language.ts';
import classes from './suggestion-menu.module.css';
import type { Offer, TypeAhead } from './type-ahead.ts';

export interface MenuHandle {
  /** Says whether the key was for the menu. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

export interface MenuProps {
  name: TypeAhead['name'];
  takesWords: boolean;
  offers: Offer[];
  query: string;
  isLoading: boolean;
  onChoose: (offer: Offer) => void;
  editor: Editor;
  ref?: Ref<MenuHandle>;
}

/**
 * What can be inserted where the cursor stands. The cursor stays in the text, which names the offer at hand for screen
 * readers (ARIA practices, combobox with a listbox): arrows move, Enter and Tab insert, Esc closes.
 */
export function SuggestionMenu({
  name,
  takesWords,
  offers,
  query,
  isLoading,
  onChoose,
  editor,
  ref,
}: MenuProps) {
  const t = useT();
  const id = useId();
  const [at, setAt] = useState({ index: 0, query });
  const index = at.query === query ? Math.min(at.index, Math.max(0, offers.length - 1)) : 0;
  const chosen = offers[index];
  // Ordinary words after a sign that nobody meant as a question: the menu stays out of the way.
  const isInTheWay = name === 'emoji' || (takesWords && /\s/.test(query));
  const isOpen = offers.length > 0 || (!isLoading && !isInTheWay);
  const optionId = (place: number) => `${id}-${place}`;
  const activeId = isOpen && chosen ? optionId(index) : undefined;

  useImperativeHandle(ref, () => ({
    onKeyDown(event) {
      if (!isOpen) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : offers.length - 1;
        if (offers.length > 0) setAt({ index: (index + step) % offers.length, query });
        return true;
      }
      const inserts = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey);
      if (!inserts || !chosen) return false;
      onChoose(chosen);
      return true;
    },
  }));

  useEffect(() => {
    if (!isOpen) return;
    const text = editor.view.dom;
    const attributes = {
      'aria-controls': id,
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      // Esc closes the menu and not the dialog that the text may stand in.
      'data-mantine-stop-propagation': 'true',
    };
    for (const [key, value] of Object.entries(attributes)) text.setAttribute(key, value);
    return () => {
      for (const key of Object.keys(attributes)) text.removeAttribute(key);
    };
  }, [isOpen, id, editor]);

  useEffect(() => {
    const text = editor.view.dom;
    if (activeId === undefined) return;
    text.setAttribute('aria-activedescendant', activeId);
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
    return () => text.removeAttribute('aria-activedescendant');
  }, [activeId, editor]);

  if (!isOpen) return null;
  return (
    // What scrolls can be reached with the keyboard; the cursor stays in the text all the same.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className={classes.menu} tabIndex={0}>
      <VisuallyHidden role="status">
        {t('composer.menu.found', { count: offers.length })}. {t('composer.menu.keys')}
      </VisuallyHidden>
      {offers.length === 0 && <p className={classes.none}>{t('composer.menu.none')}</p>}
      <div role="listbox" id={id} aria-label={t(`composer.menu.${name}`)}>
        {offers.map((offer, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys arrive in the text, where the cursor stays
          // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant, never focused itself
          <div
            key={offer.id}
            id={optionId(place)}
            role="option"
            aria-selected={place === index}
            aria-disabled={offer.isNotice || undefined}
            className={classes.option}
            onMouseDown={event => event.preventDefault()}
            onMouseMove={() => setAt({ index: place, query })}
            onClick={() => onChoose(offer)}
          >
            {offer.glyph && (
              <span className={classes.glyph} aria-hidden>
                {offer.glyph}
              </span>
            )}
            <span className={classes.words}>
              <span className={classes.title}>{offer.title}</span>
              {offer.detail && <span className={classes.detail}>{offer.detail}</span>}
            </span>
            {offer.mark && <span className={classes.mark}>{offer.mark}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
