import ts from 'typescript';
import type { Finding } from './finding.ts';
import { lineAt, syntaxOf, walk } from './source.ts';
import type { TreeFile } from './tree.ts';

/** Rule `right`: every `route({ ... })` of the contract says which right it needs. */
export function checkRights(tree: TreeFile[]): Finding[] {
  return tree
    .filter(({ path }) => /^contract\/routes\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'))
    .flatMap(file => {
      const findings: Finding[] = [];
      walk(syntaxOf(file), node => {
        if (
          !ts.isCallExpression(node) ||
          !ts.isIdentifier(node.expression) ||
          node.expression.text !== 'route'
        )
          return;
        if (!hasRight(node.arguments[0])) {
          findings.push({
            file: file.path,
            line: lineAt(node),
            rule: 'right',
            what: 'a route without a right',
          });
        }
      });
      return findings;
    });
}

function hasRight(definition: ts.Expression | undefined): boolean {
  if (!definition || !ts.isObjectLiteralExpression(definition)) return false;
  return definition.properties.some(
    property =>
      ts.isPropertyAssignment(property) &&
      ts.isIdentifier(property.name) &&
      property.name.text === 'right' &&
      ts.isStringLiteralLike(property.initializer) &&
      property.initializer.text !== '',
  );
}
