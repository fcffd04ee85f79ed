// Cuts a mail's HTML into the customer's new words and the rest, whole lines at a time.
import render from 'dom-serializer';
import { type AnyNode, cloneNode, type Document, hasChildren, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { htmlLines } from './html-lines.ts';
import { classifyLines, type Line, type LineKind } from './split-lines.ts';

export type HtmlSplit = {
  newText: string;
  newHtml: string;
  quotedText: string;
  quotedHtml: string | null;
  /** All lines as a reader sees them. */
  lines: string[];
  signature: string;
};

const KEPT_EMPTY = new Set(['br', 'img', 'hr', 'td', 'th', 'col']);

/** Removes nodes, and every element that thereby lost all that it showed. */
function prune(node: AnyNode, removed: Set<AnyNode>): boolean {
  if (removed.has(node)) return false;
  if (!hasChildren(node)) return true;
  const before = node.children.length;
  const kept = node.children.filter(child => prune(child, removed));
  const isTouched = kept.length < before;
  node.children = kept as typeof node.children;
  if (!isTouched || !isTag(node)) return true;
  const shows = kept.some(child =>
    isText(child) ? child.data.trim() !== '' : !isTag(child) || child.name !== 'br',
  );
  return shows || KEPT_EMPTY.has(node.name);
}

/** Serialises the document without the nodes of which `isOut` says so. Clones, since each cut needs the whole. */
function cut(document: Document, lines: Line[], kinds: LineKind[], keeps: LineKind): string {
  const copy = cloneNode(document, true);
  const copied = htmlLines(copy.children);
  const removed = new Set<AnyNode>();
  const kept = new Set<AnyNode>();
  for (let i = 0; i < lines.length; i++) {
    for (const node of copied[i]?.nodes ?? []) (kinds[i] === keeps ? kept : removed).add(node);
  }
  for (const node of kept) removed.delete(node);
  prune(copy, removed);
  return render(copy.children, { encodeEntities: 'utf8' });
}

/** The words of a line, its pictures left out. */
function plainText(line: Line): string {
  return line.text.replaceAll('\ufffc', '').trimEnd();
}

function textOf(lines: Line[], kinds: LineKind[], kind: LineKind): string {
  return lines
    .filter((_, at) => kinds[at] === kind)
    .map(line => plainText(line).trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Splits HTML that is within the limits of size and depth (S10). The HTML given back is raw: sanitise it. */
export function splitHtml(html: string): HtmlSplit {
  const document = parseDocument(html);
  const lines = htmlLines(document.children);
  const kinds = classifyLines(lines);
  const hasQuote = kinds.includes('quote');
  const isWhole = !hasQuote && !kinds.includes('signature');
  return {
    lines: lines.map(plainText),
    newText: textOf(lines, kinds, 'new'),
    newHtml: isWhole ? html : cut(document, lines, kinds, 'new'),
    quotedText: textOf(lines, kinds, 'quote'),
    quotedHtml: hasQuote ? cut(document, lines, kinds, 'quote') : null,
    signature: textOf(lines, kinds, 'signature'),
  };
}
