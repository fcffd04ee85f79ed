import ts from 'typescript';
import type { Finding } from './finding.ts';
import { placeOf } from './places.ts';
import { lineAt, syntaxOf, textsOf, walk } from './source.ts';
import type { TableMap } from './tables.ts';
import { isForTests, isTypeScript, type TreeFile } from './tree.ts';

type Write = { table: string; line: number };

const KYSELY_WRITES = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);
const NAME = String.raw`(?:only\s+)?(?:public\.)?"?([a-z_][a-z0-9_]*)"?`;
// prose speaks of updates and deletions too, so each pattern asks for what only a statement has
const SQL_WRITES = [
  new RegExp(
    String.raw`\binsert\s+into\s+${NAME}(?:\s+as\s+\w+)?\s*(?:\(|values|select|default|overriding|with)`,
    'gi',
  ),
  new RegExp(String.raw`\bupdate\s+${NAME}(?:\s+(?:as\s+)?(?!set\b)\w+)?\s+set\b`, 'gi'),
  new RegExp(String.raw`\bdelete\s+from\s+${NAME}`, 'gi'),
  new RegExp(String.raw`\btruncate\s+(?:table\s+)?${NAME}`, 'gi'),
  new RegExp(String.raw`\bmerge\s+into\s+${NAME}`, 'gi'),
  new RegExp(String.raw`\bcopy\s+${NAME}\s*(?:\([^)]*\))?\s+from\b`, 'gi'),
];

/** Rule `write`: a table is written only by the room that owns it, in SQL strings and through Kysely alike. */
export function checkWrites(tree: TreeFile[], tables: TableMap): Finding[] {
  return tree
    .filter(file => file.path.startsWith('server/') && isTypeScript(file.path) && !isForTests(file.path))
    .flatMap(file => {
      const room = placeOf(file.path).room;
      return [...kyselyWrites(file), ...sqlWrites(file).filter(({ table }) => table in tables)]
        .filter(({ table }) => tables[table]?.owner !== room)
        .map(({ table, line }) => ({
          file: file.path,
          line,
          rule: 'write',
          what: tables[table]
            ? `${table} is written by ${tables[table].owner} only`
            : `${table} is in no list of tables`,
        }));
    });
}

function kyselyWrites(file: TreeFile): Write[] {
  const found: Write[] = [];
  walk(syntaxOf(file), node => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const [table] = node.arguments;
    if (!KYSELY_WRITES.has(node.expression.name.text) || !table || !ts.isStringLiteralLike(table)) return;
    found.push({ table: table.text.split(/\s+/)[0]!.replace(/^public\./, ''), line: lineAt(table) });
  });
  return found;
}

function sqlWrites(file: TreeFile): Write[] {
  return textsOf(file).flatMap(({ text, line }) =>
    SQL_WRITES.flatMap(pattern =>
      [...text.matchAll(pattern)].map(match => ({
        table: match[1]!.toLowerCase(),
        line: line + text.slice(0, match.index).split('\n').length - 1,
      })),
    ),
  );
}
