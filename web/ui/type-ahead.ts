// What is typed after a key that opens a list belongs into the list's search box, even before the box is there: it is
// kept for it, and no other shortcut hears it.

let typed = '';
let hasEntered = false;
let box: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Longer than any list takes to open; if none opens, the keys are free again. */
const patienceMs = 1_500;

/** Begins to keep what is typed. To be called by what opens a list, at once; may be called again. */
export function startTypeAhead(): void {
  if (timer === undefined) {
    typed = '';
    hasEntered = false;
    box = null;
    window.addEventListener('keydown', keep, true);
  }
  clearTimeout(timer);
  timer = setTimeout(stopTypeAhead, patienceMs);
}

/** Keys are free again; what was kept is forgotten. */
export function stopTypeAhead(): void {
  clearTimeout(timer);
  timer = undefined;
  window.removeEventListener('keydown', keep, true);
}

/** What was kept so far for the box that now has the focus, and whether Enter was among it; null for nothing. */
export function takeTypeAhead(forBox: HTMLElement): { typed: string; hasEntered: boolean } | null {
  box = forBox;
  if (timer === undefined || (typed === '' && !hasEntered)) return null;
  const taken = { typed, hasEntered };
  typed = '';
  hasEntered = false;
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
  else if (event.key === 'Enter') hasEntered = true;
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
