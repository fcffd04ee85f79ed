import type { TreeFile } from './tree.ts';

/** A table as the migrations leave it. Columns of keys are in their order; `line` is that of `create table`. */
export type MadeTable = {
  name: string;
  file: string;
  line: number;
  primaryKey: string[];
  /** Unique constraints, unique indexes and foreign keys, each with its columns. */
  otherKeys: Array<{ what: string; columns: string[] }>;
  isSecured: boolean;
  isForced: boolean;
};

const NAME = String.raw`(?:public\.)?"?([a-z_][a-z0-9_]*)"?`;
const CREATE = new RegExp(
  String.raw`^create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?${NAME}`,
  'i',
);
const ALTER = new RegExp(String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${NAME}`, 'i');
const DROP = new RegExp(String.raw`^drop\s+table\s+(?:if\s+exists\s+)?${NAME}`, 'i');
const UNIQUE_INDEX = new RegExp(
  String.raw`^create\s+unique\s+index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?\S+\s+on\s+(?:only\s+)?${NAME}[^(]*(\(.*)$`,
  'is',
);

/** Reads what tables a row of migrations leaves behind, by plain text, in the order of the file names. */
export function readMigrations(tree: TreeFile[]): MadeTable[] {
  const made = new Map<string, MadeTable>();
  for (const file of tree.filter(({ path }) => /^migrations\/[^/]+\.sql$/.test(path))) {
    for (const { text, line } of statementsOf(file.text)) apply(text, line, file.path, made);
  }
  return [...made.values()];
}

function apply(text: string, line: number, file: string, made: Map<string, MadeTable>): void {
  const created = CREATE.exec(text)?.[1];
  if (created) {
    const table: MadeTable = {
      name: created,
      file,
      line,
      primaryKey: [],
      otherKeys: [],
      isSecured: false,
      isForced: false,
    };
    for (const part of partsOf(text)) readPart(part, table);
    made.set(created, table);
  }
  const dropped = DROP.exec(text)?.[1];
  if (dropped) made.delete(dropped);

  const indexed = UNIQUE_INDEX.exec(text);
  made.get(indexed?.[1] ?? '')?.otherKeys.push({ what: 'unique index', columns: columnsIn(indexed![2]!) });

  const table = made.get(ALTER.exec(text)?.[1] ?? '');
  if (!table) return;
  if (/enable\s+row\s+level\s+security/i.test(text)) table.isSecured = true;
  if (/disable\s+row\s+level\s+security/i.test(text)) table.isSecured = false;
  if (/no\s+force\s+row\s+level\s+security/i.test(text)) table.isForced = false;
  else if (/force\s+row\s+level\s+security/i.test(text)) table.isForced = true;
  for (const [part] of text.matchAll(
    /\badd\s+(?:constraint\s+\S+\s+)?(?:primary\s+key|unique|foreign\s+key)\s*\([^)]*\)/gi,
  )) {
    readPart(part.replace(/^add\s+/i, ''), table);
  }
}

function readPart(part: string, table: MadeTable): void {
  const bare = part.replace(/^constraint\s+\S+\s+/i, '');
  const columns = columnsIn(bare);
  if (/^primary\s+key/i.test(bare)) table.primaryKey = columns;
  else if (/^unique/i.test(bare)) table.otherKeys.push({ what: 'unique', columns });
  else if (/^foreign\s+key/i.test(bare)) table.otherKeys.push({ what: 'foreign key', columns });
  else {
    const [column = ''] = bare.replaceAll('"', '').split(/\s+/);
    if (/\bprimary\s+key\b/i.test(bare)) table.primaryKey = [column];
    if (/\bunique\b/i.test(bare)) table.otherKeys.push({ what: 'unique', columns: [column] });
    if (/\breferences\b/i.test(bare)) table.otherKeys.push({ what: 'foreign key', columns: [column] });
  }
}

/** The columns in the first pair of brackets. */
function columnsIn(text: string): string[] {
  return partsOf(text).map(part => part.replaceAll('"', '').split(/\s+/)[0]!);
}

/** What stands in the first pair of brackets, split at its own commas. */
function partsOf(text: string): string[] {
  const start = text.indexOf('(');
  if (start < 0) return [];
  const parts = [''];
  let depth = 1;
  for (const sign of text.slice(start + 1)) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (depth === 0) break;
    if (sign === ',' && depth === 1) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map(part => part.trim().replace(/\s+/g, ' ')).filter(part => part !== '');
}

/** The statements of a file with their first lines; comments, quoted texts and function bodies are blanked out. */
function statementsOf(sql: string): Array<{ text: string; line: number }> {
  const blank = (whole: string) => whole.replace(/[^\n]/g, ' ');
  const plain = sql
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, blank)
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, blank)
    .replace(/'(?:[^']|'')*'/g, whole => `'${blank(whole.slice(1, -1))}'`);
  const statements: Array<{ text: string; line: number }> = [];
  let at = 0;
  for (const piece of plain.split(';')) {
    const start = at + piece.length - piece.trimStart().length;
    if (piece.trim() !== '')
      statements.push({ text: piece.trim(), line: plain.slice(0, start).split('\n').length });
    at += piece.length + 1;
  }
  return statements;
}
