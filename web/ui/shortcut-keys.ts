const named: Record<string, string> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' };

/** Whether the keys of Apple name the modifiers. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** Whether a key press is text being typed, or belongs to an open menu or dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return (
    target.closest(
      'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[role=menu],[role=listbox],[role=dialog]',
    ) !== null
  );
}

/** Whether the key press works the button or link that has the focus, so that no shortcut may take it. */
export function worksControl(event: Pick<KeyboardEvent, 'key' | 'target'>): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  return event.target instanceof HTMLElement && event.target.closest('a,button,summary,[role=tab]') !== null;
}

/** Whether an event, after the key pressed before it ('' if none just now), is this shortcut. */
export function matches(
  shortcut: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  before = '',
): boolean {
  if (event.altKey) return false;
  const [first, second] = shortcut.split(' ');
  if (second !== undefined) return first === before && matches(second, event);
  const parts = shortcut.split('+').filter(part => part !== '');
  const key = parts.at(-1) ?? '+';
  const wantsMod = parts.length > 1 && parts.includes('mod');
  if (wantsMod !== (event.ctrlKey || event.metaKey)) return false;
  if (parts.includes('shift') && !event.shiftKey) return false;
  return key.length === 1 && wantsMod ? event.key.toLowerCase() === key.toLowerCase() : event.key === key;
}

/** The keys of a shortcut as they are printed on the keyboard, one after the other. */
export function keyCaps(shortcut: string): string[] {
  return shortcut.split(' ').flatMap(step =>
    step
      .split('+')
      .filter(part => part !== '')
      .map(part => {
        if (part === 'mod') return isApple() ? '⌘' : 'Ctrl';
        if (part === 'shift') return isApple() ? '⇧' : 'Maj/Shift';
        return named[part] ?? (part.length === 1 ? part.toUpperCase() : part);
      }),
  );
}
