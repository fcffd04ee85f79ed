import ts from 'typescript';
import type { TreeFile } from './tree.ts';

/** A module that a file names: as written, on which line (from 1), and whether nothing of it is left at run time. */
export type Import = { specifier: string; line: number; isErased: boolean };

/** A piece of text in the code; what a template fills in at run time stands as `?`. */
export type TextPiece = { text: string; line: number };

const parsed = new WeakMap<TreeFile, ts.SourceFile>();

/** The syntax tree of a file; made once per file. */
export function syntaxOf(file: TreeFile): ts.SourceFile {
  let source = parsed.get(file);
  if (!source) {
    const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true, kind);
    parsed.set(file, source);
  }
  return source;
}

/** Visits every node of a tree, parents before children. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, child => walk(child, visit));
}

/** The line of a node, counted from 1. */
export function lineAt(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** Every module that a file imports: import, export from, import type, import() as value and as type, require. */
export function importsOf(file: TreeFile): Import[] {
  const found: Import[] = [];
  walk(syntaxOf(file), node => {
    const specifier = moduleNamed(node);
    if (specifier && ts.isStringLiteralLike(specifier)) {
      found.push({ specifier: specifier.text, line: lineAt(specifier), isErased: isErased(node) });
    }
  });
  return found;
}

function isErased(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.isTypeOnly ?? false;
  return ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

function moduleNamed(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (!ts.isCallExpression(node)) return undefined;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined;
}

/** Every string and template in a file, except the names of modules. */
export function textsOf(file: TreeFile): TextPiece[] {
  const found: TextPiece[] = [];
  walk(syntaxOf(file), node => {
    if (ts.isTemplateExpression(node)) {
      const text = node.head.text + node.templateSpans.map(span => `?${span.literal.text}`).join('');
      found.push({ text, line: lineAt(node) });
    } else if (ts.isStringLiteralLike(node) && moduleNamed(node.parent) !== node) {
      found.push({ text: node.text, line: lineAt(node) });
    }
  });
  return found;
}

/** The properties of the objects that a file exports by `export const x = { ... }`: key, value and line. */
export function exportedProperties(
  file: TreeFile,
): Array<{ key: string; value: ts.Expression; line: number }> {
  return syntaxOf(file)
    .statements.filter(ts.isVariableStatement)
    .filter(statement => statement.modifiers?.some(each => each.kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(statement => statement.declarationList.declarations)
    .map(({ initializer }) => initializer && unwrapped(initializer))
    .filter((value): value is ts.ObjectLiteralExpression => !!value && ts.isObjectLiteralExpression(value))
    .flatMap(value => value.properties)
    .filter(ts.isPropertyAssignment)
    .filter(({ name }) => ts.isStringLiteralLike(name) || ts.isIdentifier(name))
    .map(property => ({
      key: (property.name as ts.StringLiteral | ts.Identifier).text,
      value: unwrapped(property.initializer),
      line: lineAt(property),
    }));
}

function unwrapped(expression: ts.Expression): ts.Expression {
  if (
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isParenthesizedExpression(expression)
  ) {
    return unwrapped(expression.expression);
  }
  return expression;
}
