import type { Finding } from './finding.ts';
import { type MadeTable, readMigrations } from './migrations.ts';
import type { TableMap } from './tables.ts';
import type { TreeFile } from './tree.ts';

/**
 * Rule `tenancy`: every table has workspace_id first in its primary key, in every unique constraint and in every
 * foreign key, and row-level security enabled and forced, unless the list of tables gives the reason why not.
 * Rule `owner`: every table that the migrations make is in that list, and every table of the list is made.
 */
export function checkTenancy(tree: TreeFile[], tables: TableMap): Finding[] {
  const made = readMigrations(tree);
  const findings = made.flatMap(table => {
    const known = tables[table.name];
    if (!known) return [finding(table, 'owner', `${table.name} has no owner in scripts/house/tables.ts`)];
    return known.withoutWorkspace
      ? []
      : wrongWith(table).map(what => finding(table, 'tenancy', `${table.name} ${what}`));
  });
  const names = new Set(made.map(table => table.name));
  const ghosts = Object.keys(tables).filter(name => !names.has(name));
  return [
    ...findings,
    ...ghosts.map(name => ({
      file: 'scripts/house/tables.ts',
      line: 1,
      rule: 'owner',
      what: `${name} is made by no migration`,
    })),
  ];
}

function wrongWith({ primaryKey, otherKeys, isSecured, isForced }: MadeTable): string[] {
  return [
    primaryKey[0] === 'workspace_id' ? '' : `has a primary key that does not begin with workspace_id`,
    isSecured ? '' : 'lacks enable row level security',
    isForced ? '' : 'lacks force row level security',
    ...otherKeys.map(({ what, columns }) =>
      columns[0] === 'workspace_id'
        ? ''
        : `has a ${what} (${columns.join(', ')}) that does not begin with workspace_id`,
    ),
  ].filter(what => what !== '');
}

function finding({ file, line }: MadeTable, rule: string, what: string): Finding {
  return { file, line, rule, what };
}
