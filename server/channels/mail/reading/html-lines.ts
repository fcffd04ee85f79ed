// The lines that a reader of HTML sees, each with the nodes that it is made of.
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { readHeaderLine } from './header-names.ts';
import { hasRuleAbove, markerOf, quoteLevel } from './html-markers.ts';
import type { Line } from './split-lines.ts';

export type HtmlLine = Line & { nodes: AnyNode[] };

const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
]);
const SILENT = new Set(['head', 'style', 'script', 'title', 'template', 'noscript', 'meta', 'link']);
const SPACED = new Set(['p', 'blockquote', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);

type State = { lines: HtmlLine[]; current: HtmlLine; quote: Line['quote']; isHistory: boolean };

function newLine(quote: Line['quote']): HtmlLine {
  return { text: '', quote, nodes: [] };
}

function breakLine(state: State, force: boolean): void {
  if (force || state.current.nodes.length > 0) state.lines.push(state.current);
  state.current = newLine(state.isHistory ? 3 : state.quote);
}

function addText(state: State, node: AnyNode, text: string): void {
  // The text of a line is quoted as its first words are.
  if (state.current.text.trim() === '') state.current.quote = state.isHistory ? 3 : state.quote;
  state.current.text += text;
  state.current.nodes.push(node);
}

/** The first visible words under an element. */
function opening(node: Element): string {
  const stack: AnyNode[] = [...node.children].reverse();
  let text = '';
  for (let steps = 0; stack.length > 0 && steps < 60 && text.trim().length < 20; steps++) {
    const next = stack.pop()!;
    if (isText(next)) text += next.data.slice(0, 100);
    else if (isTag(next)) stack.push(...next.children.slice(0, 20).reverse());
  }
  return text.replace(/\s+/g, ' ').trim();
}

function enter(state: State, element: Element): void {
  const before = { quote: state.quote, isHistory: state.isHistory };
  const marker =
    markerOf(element) ??
    (hasRuleAbove(element) && readHeaderLine(opening(element))?.kind === 'from' ? 'after' : null);
  const isBlock = BLOCKS.has(element.name) || marker !== null;
  if (isBlock) breakLine(state, false);
  if (SPACED.has(element.name) && state.lines.length > 0) breakLine(state, true);
  if (marker !== null) state.isHistory = true;
  state.quote = Math.max(state.quote, quoteLevel(element)) as Line['quote'];
  if (marker !== null || isBlock) state.current = newLine(state.isHistory ? 3 : state.quote);
  for (const child of element.children) walk(state, child);
  if (isBlock) breakLine(state, false);
  state.quote = before.quote;
  state.isHistory = marker === 'after' || (state.isHistory && before.isHistory);
  if (isBlock) state.current = newLine(state.isHistory ? 3 : state.quote);
  if (SPACED.has(element.name)) breakLine(state, true);
}

function walk(state: State, node: AnyNode): void {
  if (isText(node)) {
    const parts =
      node.parent && (node.parent as Element).name === 'pre'
        ? node.data.split('\n')
        : [node.data.replace(/\s+/g, ' ')];
    parts.forEach((part, index) => {
      if (index > 0) breakLine(state, true);
      if (part !== '' && (part.trim() !== '' || state.current.text !== ''))
        addText(state, node, part.replaceAll('\u00a0', ' '));
    });
    return;
  }
  if (!isTag(node) || SILENT.has(node.name)) return;
  if (node.name === 'br') breakLine(state, true);
  else if (node.name === 'img') addText(state, node, '\ufffc');
  else if (node.name === 'hr') {
    breakLine(state, false);
    if (markerOf(node) === 'after') state.isHistory = true;
    addText(state, node, '________');
    breakLine(state, true);
  } else if (node.name === 'td' || node.name === 'th') {
    for (const child of node.children) walk(state, child);
    if (state.current.text !== '') state.current.text += ' ';
  } else enter(state, node);
}

/** Gives the lines of a document in reading order. The tree must not be deeper than the limit (S10). */
export function htmlLines(nodes: AnyNode[]): HtmlLine[] {
  const state: State = { lines: [], current: newLine(0), quote: 0, isHistory: false };
  for (const node of nodes) walk(state, node);
  breakLine(state, false);
  return state.lines;
}
