import ts from 'typescript';
import { lineAt, syntaxOf } from '../house/source.ts';
import type { TreeFile } from '../house/tree.ts';

/** The name of a test, or of a group of tests, and where it stands (line from 1). */
export type TestName = { name: string; file: string; line: number };

const NAMING = new Set(['it', 'test', 'describe', 'story', 'drill']);
const NOT_RUN = new Set(['skip', 'todo']);

/** Whether a file holds tests: unit tests, browser stories, or fault drills. */
export function holdsTests(path: string): boolean {
  return /\.(test|story)\.tsx?$/.test(path) || /^bench\/drills\/.*\.ts$/.test(path);
}

/**
 * The names that a file gives to its tests: the first argument of it(), test(), describe(), story() and drill(), also
 * by way of each or skipIf. What skip or todo keeps from running proves nothing and is left out, with all inside it.
 */
export function testNamesIn(file: TreeFile): TestName[] {
  const found: TestName[] = [];
  collect(syntaxOf(file), file.path, found);
  return found;
}

function collect(node: ts.Node, file: string, found: TestName[]): void {
  if (ts.isCallExpression(node)) {
    const words = wordsOf(node.expression);
    if (words.length > 0 && NAMING.has(words[0]!)) {
      if (words.some(word => NOT_RUN.has(word))) return;
      const name = textOf(node.arguments[0]);
      if (name !== undefined) found.push({ name, file, line: lineAt(node) });
    }
  }
  ts.forEachChild(node, child => collect(child, file, found));
}

/** `it.each([...])` gives it, each. */
function wordsOf(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isPropertyAccessExpression(expression))
    return [...wordsOf(expression.expression), expression.name.text];
  if (ts.isCallExpression(expression)) return wordsOf(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return wordsOf(expression.tag);
  return [];
}

function textOf(node: ts.Expression | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(span => `?${span.literal.text}`).join('');
}
