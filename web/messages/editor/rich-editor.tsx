import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../data/language.ts';
import type { AttachedFile } from '../draft.ts';
import { filesOf, isShownInline } from './dropped-files.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { editorExtensions } from './extensions.ts';
import { ImageBar } from './image-bar.tsx';
import { imageOf } from './inline-image.ts';
import classes from './rich-editor.module.css';
import type { TypeAhead } from './type-ahead.ts';
import { videoFrom } from './youtube.ts';

export interface RichEditorProps {
  /** The text to start from; later changes of it are not read. */
  initialHtml: string;
  /** Names the text box for screen readers. */
  label: string;
  placeholder: string;
  onChange: (html: string) => void;
  /** Ctrl+Enter or Cmd+Enter. */
  onSubmit?: () => void;
  /** Images pasted, dropped or chosen; `insert` puts one where the cursor stands. Left out: the text holds none. */
  onImages?: (files: File[], insert: (image: AttachedFile) => void) => void;
  /** Other files pasted or dropped. */
  onFiles?: (files: File[]) => void;
  /** An image of the text shall be attached instead. */
  onAttach?: (file: AttachedFile) => void;
  /** Menus that open while one types; which ones there are is read once. */
  menus?: readonly TypeAhead[];
  /** What is said of a variable that stands in the text. */
  variableTitle?: string;
  /** Told the editor once it stands, to move the cursor into it or empty it. */
  onReady?: (editor: Editor) => void;
  isDisabled?: boolean;
  minHeight?: number;
  maxHeight?: string;
  /** Shown right below the text, within the frame. */
  children?: ReactNode;
}

/** The rich text box of replies, notes, new tickets and canned replies (LUM-17 to LUM-19). */
export function RichEditor(props: RichEditorProps) {
  const t = useT();
  const latest = useRef(props);
  latest.current = props;

  const editor: Editor | null = useEditor({
    extensions: editorExtensions({
      placeholder: props.placeholder,
      variableTitle: props.variableTitle ?? '',
      hasImages: props.onImages !== undefined,
      menus: (props.menus ?? []).map(menu => menu.name),
      readMenu: name => latest.current.menus!.find(menu => menu.name === name)!,
    }),
    content: props.initialHtml,
    injectCSS: false,
    // An editor made while rendering is destroyed again where the browser is too busy to show it within a millisecond.
    immediatelyRender: false,
    onUpdate: ({ editor: changed }) => latest.current.onChange(changed.isEmpty ? '' : changed.getHTML()),
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': props.label,
        class: classes.text ?? '',
        spellcheck: 'true',
      },
      handleKeyDown: (_view, event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        latest.current.onSubmit?.();
        return true;
      },
      handlePaste: (_view, event) => takeVideo(event) || take(filesOf(event.clipboardData)),
      handleDrop: (view, event, _slice, isMoved) => {
        if (isMoved) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return take(filesOf(event.dataTransfer), at);
      },
    },
  });

  function take(files: File[], at?: number): boolean {
    if (files.length === 0) return false;
    const images = files.filter(isShownInline);
    const others = files.filter(file => !isShownInline(file));
    if (images.length > 0) latest.current.onImages?.(images, image => insert(image, at));
    if (others.length > 0) latest.current.onFiles?.(others);
    return true;
  }

  /** The address of a video, pasted alone, becomes its card. */
  function takeVideo(event: ClipboardEvent): boolean {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const video = videoFrom(text, t('composer.video.default'));
    if (!editor || !video || editor.isActive('code') || editor.isActive('codeBlock')) return false;
    return editor.chain().insertContent(video).run();
  }

  function insert(file: AttachedFile, at?: number): void {
    if (!editor || editor.isDestroyed) return;
    const chain = editor.chain();
    if (at === undefined) chain.insertContent(imageOf(file)).run();
    else chain.insertContentAt(Math.min(at, editor.state.doc.content.size), imageOf(file)).run();
  }

  const isDisabled = props.isDisabled === true;
  useEffect(() => {
    editor?.setEditable(!isDisabled, false);
  }, [editor, isDisabled]);
  useEffect(() => {
    if (editor) latest.current.onReady?.(editor);
  }, [editor]);

  const bounds = {
    '--editor-min': `${props.minHeight ?? 72}px`,
    '--editor-max': props.maxHeight ?? '40vh',
  } as CSSProperties;
  return (
    <div className={classes.frame} style={bounds}>
      {editor && (
        <EditorToolbar
          editor={editor}
          onImages={props.onImages && (files => void take(files))}
          hasCanned={props.menus?.some(menu => menu.name === 'canned') ?? false}
          isDisabled={isDisabled}
        />
      )}
      <EditorContent editor={editor} className={classes.scroll} />
      {editor && props.onImages && <ImageBar editor={editor} onAttach={props.onAttach} />}
      {props.children}
    </div>
  );
}
