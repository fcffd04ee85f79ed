import type { Editor } from '@tiptap/react';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../data/language.ts';
import { AttachButton } from './attach-button.tsx';
import { AttachedFiles } from './attached-files.tsx';
import classes from './composer.module.css';
import type { AttachedFile } from './draft.ts';
import { imageOf } from './editor/inline-image.ts';
import { RichEditor } from './editor/rich-editor.tsx';
import { useQuotes } from './quotes.ts';
import type { KeptDraft } from './use-draft.ts';
import { useFilePlaces } from './use-file-places.ts';
import { useMenus, type Written } from './use-menus.ts';
import type { Uploads } from './use-uploads.ts';

interface Props {
  written: Written;
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
export function RichField({ written, kept, uploads, children, ...props }: Props) {
  const t = useT();
  const [isOver, setIsOver] = useState(false);
  const { draft, change, revision } = kept;
  const editor = useRef<Editor | null>(null);
  const places = useFilePlaces();
  const menus = useMenus(written);
  const [isReady, setIsReady] = useState(false);
  useQuotes(editor, written.mode === 'reply' ? written.number : null, isReady);
  const html = useRef(draft.html);
  html.current = draft.html;
  useEffect(() => {
    if (revision > 0) editor.current?.commands.setContent(html.current, { emitUpdate: false });
  }, [revision]);

  function attach(files: File[]): void {
    const inPlace = places.choose(files);
    uploads.add(files, (file, chosen) => change(now => ({ files: inPlace(now.files, file, chosen) })));
  }

  /** An attached image goes into the text, where the cursor stands. */
  function showInText(file: AttachedFile): void {
    change(now => ({ files: now.files.filter(one => one.id !== file.id) }));
    editor.current?.chain().focus().insertContent(imageOf(file)).run();
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
        {...props}
        menus={menus}
        variableTitle={t('composer.variable.unfilled')}
        initialHtml={draft.html}
        onChange={html => change({ html })}
        onFiles={attach}
        onImages={(files, insert) =>
          uploads.add(files, image => {
            insert(image);
          })
        }
        onAttach={file => change(now => ({ files: [...now.files, file] }))}
        onReady={ready => {
          editor.current = ready;
          setIsReady(true);
          props.onReady?.(ready);
        }}
      >
        {kept.hasExpired && (
          <p className={classes.expired} role="status">
            {t('composer.expired')}
          </p>
        )}
        <AttachedFiles
          files={draft.files}
          uploads={uploads}
          onInline={showInText}
          onRemove={id => change(now => ({ files: now.files.filter(file => file.id !== id) }))}
        />
        <div className={classes.under}>
          <AttachButton onFiles={attach} isDisabled={props.isDisabled} />
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
