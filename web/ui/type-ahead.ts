// What is typed after a key that opens a list or a text box belongs there, even before it is there: it is kept for it, and
// no other shortcut hears it.

let typed = '';
let box: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Longer than any list takes to open; if none opens, the keys are free again. */
export const listPatienceMs = 1_500;
/** A text box is loaded with what it needs: words in front of it are never commands, however slow the line. */
export const textPatienceMs = 10_000;

/** Begins to keep what is typed. To be called by what opens a list or a text box, at once; may be called again. */
export function startTypeAhead(patienceMs: number = listPatienceMs): void {
  if (timer === undefined) {
    typed = '';
    box = null;
    window.addEventListener('keydown', keep, true);
    window.addEventListener('pointerdown', stopTypeAhead, true);
  }
  clearTimeout(timer);
  timer = setTimeout(stopTypeAhead, patienceMs);
}

/** Keys are free again; what was kept is forgotten. */
export function stopTypeAhead(): void {
  clearTimeout(timer);
  timer = undefined;
  window.removeEventListener('keydown', keep, true);
  window.removeEventListener('pointerdown', stopTypeAhead, true);
}

/** What was kept so far for the box that now has the focus, Enter being `\n`; null for nothing. */
export function takeTypeAhead(forBox: HTMLElement): string | null {
  box = forBox;
  if (timer === undefined || typed === '') return null;
  const taken = typed;
  typed = '';
  return taken;
}

function keep(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === 'Escape') {
    stopTypeAhead();
    return;
  }
  // The box has the focus: what it hears itself need not be kept.
  if (box && event.target === box) return;
  if (event.key.length === 1) typed += event.key;
  else if (event.key === 'Backspace') typed = typed.slice(0, -1);
  else if (event.key === 'Enter') typed += '\n';
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
