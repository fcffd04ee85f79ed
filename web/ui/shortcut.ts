// Every key of the app is declared with useShortcut, so that the sheet behind `?` can never be out of date; and every one
// of them, and what is declared with useAction, can be found by its name in the palette.
import { useEffect, useRef } from 'react';
import { createStore } from '../data/store.ts';
import { isTyping, matches, worksControl } from './shortcut-keys.ts';
import { areSingleKeysOn } from './shortcut-setting.ts';
import { listPatienceMs, startTypeAhead, textPatienceMs } from './type-ahead.ts';

export interface Shortcut {
  /** 'j', '?', 'Enter', 'mod+k', 'mod+Enter', or two keys one after the other: 'g i'. '' for an action without a key. */
  key: string;
  label: string;
  handler: () => void;
  /** What it acts on: 'ticket' is the ticket at hand. */
  group: 'ticket' | 'page';
  isInPalette: boolean;
}
export interface ShortcutOptions {
  isEnabled?: boolean;
  /** Also while a text is being typed: keys with mod do so by themselves. */
  worksInText?: boolean;
  /** What it opens and what is typed next belongs to: a list with a search box, or a text. */
  opens?: 'list' | 'text';
  group?: Shortcut['group'];
  /** false for what means nothing outside the keyboard, such as moving up and down. */
  isInPalette?: boolean;
}

interface Registered extends Shortcut {
  worksInText: boolean;
  opens: ShortcutOptions['opens'];
}

const registered = createStore<readonly Registered[]>([]);
let firstKey = '';
let firstKeyAt = 0;

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || worksControl(event)) return;
  const inText = isTyping(event.target);
  const before = Date.now() - firstKeyAt < 900 ? firstKey : '';
  const fitting = registered
    .get()
    .filter(
      shortcut =>
        shortcut.key !== '' && matches(shortcut.key, event, before) && (!inText || shortcut.worksInText),
    );
  // A second key belongs to the first one, whatever it does alone; else the one declared last is the one in front.
  const found = fitting.findLast(shortcut => shortcut.key.includes(' ')) ?? fitting.at(-1);
  firstKey = inText ? '' : event.key;
  firstKeyAt = Date.now();
  if (!found || (!found.key.includes('mod+') && !areSingleKeysOn())) return;
  event.preventDefault();
  firstKey = '';
  if (found.opens) startTypeAhead(found.opens === 'list' ? listPatienceMs : textPatienceMs);
  found.handler();
}

/** Runs the handler when the key is pressed while the component is shown; the label stands on the `?` sheet. */
export function useShortcut(
  key: string,
  handler: () => void,
  label: string,
  options: ShortcutOptions = {},
): void {
  const { isEnabled = true, worksInText = key.includes('mod+'), opens } = options;
  const { group = 'page', isInPalette = true } = options;
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!isEnabled) return;
    const mine: Registered = {
      key,
      label,
      worksInText,
      opens,
      group,
      isInPalette,
      handler: () => latest.current(),
    };
    if (registered.get().length === 0) window.addEventListener('keydown', onKeyDown);
    registered.set([...registered.get(), mine]);
    return () => {
      registered.set(registered.get().filter(shortcut => shortcut !== mine));
      if (registered.get().length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [key, label, isEnabled, worksInText, opens, group, isInPalette]);
}

/** Offers something to do in the palette that has no key, while the component is shown. */
export function useAction(
  label: string,
  handler: () => void,
  options: Pick<ShortcutOptions, 'isEnabled' | 'group'> = {},
): void {
  useShortcut('', handler, label, options);
}

/** What can be done just now, by key or by name, for the sheet and the palette. */
export const useShortcuts: () => readonly Shortcut[] = registered.use;
