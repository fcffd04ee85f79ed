import type { Editor } from '@tiptap/react';
import { stopTypeAhead, takeTypeAhead } from '../../ui/type-ahead.ts';

/** Two seconds of frames: longer than a tab takes to come back into view. */
const mostFrames = 120;

/**
 * Moves the cursor into the text and puts there what was typed since the key that asked for it; nothing typed on the way
 * is lost, or taken for a command.
 */
export function takeFocus(editor: Editor, place: 'start' | 'end'): void {
  if (editor.isDestroyed) return;
  editor.commands.focus(place);
  let framesLeft = mostFrames;
  const tryNow = () => {
    if (editor.isDestroyed) return;
    editor.view.focus();
    if (document.activeElement !== editor.view.dom) {
      if (--framesLeft > 0) requestAnimationFrame(tryNow);
      return;
    }
    const ahead = takeTypeAhead(editor.view.dom);
    stopTypeAhead();
    for (const [at, line] of (ahead ?? '').split('\n').entries()) {
      if (at > 0) editor.commands.splitBlock();
      if (line) editor.view.dispatch(editor.state.tr.insertText(line));
    }
  };
  tryNow();
}
