import type { Editor } from '@tiptap/react';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../data/language.ts';
import { AttachButton } from './attach-button.tsx';
import { AttachedFiles } from './attached-files.tsx';
import classes from './composer.module.css';
import { RichEditor } from './editor/rich-editor.tsx';
import type { KeptDraft } from './use-draft.ts';
import type { Uploads } from './use-uploads.ts';

interface Props {
  kept: KeptDraft;
  uploads: Uploads;
  label: string;
  placeholder: string;
  onSubmit?: () => void;
  onReady?: (editor: Editor) => void;
  isDisabled?: boolean;
  minHeight?: number;
  maxHeight?: string;
  /** Stands at the end of the row below the text: Send. */
  children?: ReactNode;
}

/** A text box with its files: rich text, images within it, "Attach files..." under it, and a place to drop files on. */
export function RichField({ kept, uploads, children, ...editor }: Props) {
  const t = useT();
  const [isOver, setIsOver] = useState(false);
  const { draft, change, revision } = kept;
  const shown = useRef<Editor | null>(null);
  const html = useRef(draft.html);
  html.current = draft.html;
  useEffect(() => {
    if (revision > 0) shown.current?.commands.setContent(html.current, { emitUpdate: false });
  }, [revision]);

  function attach(files: File[]): void {
    uploads.add(files, file => change(now => ({ files: [...now.files, file] })));
  }

  function onDrag(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(event.type !== 'dragleave' || event.currentTarget.contains(event.relatedTarget as Node | null));
  }

  function onDrop(event: DragEvent): void {
    setIsOver(false);
    // The editor has taken what fell on the text itself.
    if (event.isDefaultPrevented() || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    attach([...event.dataTransfer.files]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button below
    <div className={classes.field} onDragOver={onDrag} onDragLeave={onDrag} onDrop={onDrop}>
      <RichEditor
        {...editor}
        initialHtml={draft.html}
        onReady={ready => {
          shown.current = ready;
          editor.onReady?.(ready);
        }}
        onChange={html => change({ html })}
        onFiles={attach}
        onImages={(files, insert) =>
          uploads.add(files, image => {
            insert({ src: image.url, alt: image.name.replace(/\.\w+$/, '') });
          })
        }
      >
        {kept.hasExpired && (
          <p className={classes.expired} role="status">
            {t('composer.expired')}
          </p>
        )}
        <AttachedFiles
          files={draft.files}
          uploads={uploads}
          onRemove={id => change(now => ({ files: now.files.filter(file => file.id !== id) }))}
        />
        <div className={classes.under}>
          <AttachButton onFiles={attach} isDisabled={editor.isDisabled} />
          {children}
        </div>
      </RichEditor>
      {isOver && (
        <div className={classes.drop} aria-hidden>
          {t('composer.drop')}
        </div>
      )}
    </div>
  );
}
