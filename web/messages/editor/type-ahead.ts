// Menus that open while one types: canned replies behind /, teammates behind @, emoji behind : (LIV-19, LUM-19).
import { shift } from '@floating-ui/dom';
import { type Editor, Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { ReactRenderer } from '@tiptap/react';
import { Suggestion, type SuggestionOptions, type SuggestionProps } from '@tiptap/suggestion';
import menuClasses from './suggestion-menu.module.css';
import { type MenuHandle, type MenuProps, SuggestionMenu } from './suggestion-menu.tsx';

/** One line of a menu. */
export interface Offer {
  id: string;
  title: string;
  detail?: string;
  /** Stands before the title: an emoji. */
  glyph?: string;
  /** Stands at the end: a shortcut. */
  mark?: string;
  /** Says something and cannot be chosen. */
  isNotice?: boolean;
}

export interface TypeAhead<O extends Offer = Offer> {
  name: 'canned' | 'mention' | 'emoji';
  char: '/' | '@' | ':';
  /** Whether what is looked for may be several words. */
  takesWords: boolean;
  /** How many characters must be typed before it opens. */
  least: number;
  find: (typed: string) => O[] | Promise<O[]>;
  choose: (editor: Editor, range: Range, offer: O) => void;
}

/** How long a text behind the sign can be before it is no question to a menu any more. */
const longest = 40;

/** The options of the suggestion plugin for one menu. `read` gives the menu as it is now. */
export function suggestionOf(read: () => TypeAhead): Omit<SuggestionOptions<Offer, Offer>, 'editor'> {
  const { name, char, takesWords, least } = read();
  return {
    pluginKey: new PluginKey(`menu-${name}`),
    char,
    allowSpaces: takesWords,
    placement: 'top-start',
    container: '#floating',
    floatingUi: { strategy: 'fixed', middleware: [shift({ padding: 8 })] },
    decorationClass: 'asked',
    shouldShow: ({ query, editor }) =>
      query.length >= least && query.length <= longest && !/^\s/.test(query) && !editor.isActive('codeBlock'),
    items: ({ query }) => read().find(query),
    command: ({ editor, range, props }) => {
      if (!props.isNotice) read().choose(editor, range, props);
    },
    render: () => renderMenu(read),
  };
}

function renderMenu(read: () => TypeAhead) {
  let menu: ReactRenderer<MenuHandle, MenuProps> | null = null;
  let unmount: (() => void) | undefined;
  const propsOf = ({ items, query, loading, command, editor }: SuggestionProps<Offer, Offer>) => {
    const { name, takesWords } = read();
    return { name, takesWords, offers: items, query, isLoading: loading, onChoose: command, editor };
  };
  return {
    onStart(props: SuggestionProps<Offer, Offer>) {
      menu = new ReactRenderer<MenuHandle, MenuProps>(SuggestionMenu, {
        editor: props.editor,
        props: propsOf(props),
      });
      menu.element.classList.add(menuClasses.place ?? '');
      unmount = props.mount(menu.element);
    },
    onUpdate: (props: SuggestionProps<Offer, Offer>) => menu?.updateProps(propsOf(props)),
    onKeyDown: ({ event }: { event: KeyboardEvent }) => menu?.ref?.onKeyDown(event) ?? false,
    onExit() {
      unmount?.();
      menu?.destroy();
      menu = null;
    },
  };
}

/** The menus that insert plain content; teammates are a node of their own, see mention.ts. */
export function typeAheads(
  names: readonly TypeAhead['name'][],
  read: (name: TypeAhead['name']) => TypeAhead,
) {
  return Extension.create({
    name: 'typeAheads',
    addProseMirrorPlugins() {
      return names.map(name => Suggestion({ editor: this.editor, ...suggestionOf(() => read(name)) }));
    },
  });
}
