// Every key of the app is declared with useShortcut, so that the sheet behind `?` can never be out of date.
import { useEffect, useRef } from 'react';
import { createStore } from '../data/store.ts';
import { isTyping, matches, worksControl } from './shortcut-keys.ts';
import { areSingleKeysOn } from './shortcut-setting.ts';

export interface Shortcut {
  /** 'j', '?', 'Enter', 'mod+k', 'mod+Enter', or two keys one after the other: 'g i'. */
  key: string;
  label: string;
  handler: (event: KeyboardEvent) => void;
}
export interface ShortcutOptions {
  isEnabled?: boolean;
  /** Also while a text is being typed: keys with mod do so by themselves. */
  worksInText?: boolean;
}

interface Registered extends Shortcut {
  worksInText: boolean;
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
    .filter(shortcut => matches(shortcut.key, event, before) && (!inText || shortcut.worksInText));
  // A second key belongs to the first one, whatever it does alone; else the one declared last is the one in front.
  const found = fitting.findLast(shortcut => shortcut.key.includes(' ')) ?? fitting.at(-1);
  firstKey = inText ? '' : event.key;
  firstKeyAt = Date.now();
  if (!found || (!found.key.includes('mod+') && !areSingleKeysOn())) return;
  event.preventDefault();
  firstKey = '';
  found.handler(event);
}

/** Runs the handler when the key is pressed while the component is shown; the label stands on the `?` sheet. */
export function useShortcut(
  key: string,
  handler: (event: KeyboardEvent) => void,
  label: string,
  { isEnabled = true, worksInText = key.includes('mod+') }: ShortcutOptions = {},
): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!isEnabled) return;
    const mine: Registered = { key, label, worksInText, handler: event => latest.current(event) };
    if (registered.get().length === 0) window.addEventListener('keydown', onKeyDown);
    registered.set([...registered.get(), mine]);
    return () => {
      registered.set(registered.get().filter(shortcut => shortcut !== mine));
      if (registered.get().length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [key, label, isEnabled, worksInText]);
}

/** The keys that work just now, for the sheet. */
export const useShortcuts: () => readonly Shortcut[] = registered.use;
