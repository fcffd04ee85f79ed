import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const subjects = [
  'start-up',
  'memory',
  'list',
  'filters',
  'board',
  'screen',
  'ticket',
  'search',
  'reply',
  'intake',
  'browser',
  'presence',
] as const;
export type Subject = (typeof subjects)[number];

export interface Options {
  sizes: number[];
  only: Set<Subject>;
  fresh: boolean;
  /** The built program that is measured. */
  program: string;
  /** Where the results go; null for the usual place. */
  json: string | null;
}

const builtProgram = join(import.meta.dirname, '..', 'dist', 'server', 'main.js');

/** Reads the command line. @throws with one line that says what is wrong */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      tickets: { type: 'string', default: '10000,100000' },
      only: { type: 'string', default: subjects.join(',') },
      fresh: { type: 'boolean', default: false },
      json: { type: 'string' },
      program: { type: 'string', default: builtProgram },
    },
  });
  const sizes = values.tickets.split(',').map(Number);
  if (!sizes.every(size => Number.isInteger(size) && size >= 1000))
    throw new Error('--tickets: whole numbers from 1000, parted by commas');
  const only = values.only.split(',');
  const unknown = only.find(name => !(subjects as readonly string[]).includes(name));
  if (unknown) throw new Error(`--only: ${unknown} is none of ${subjects.join(', ')}`);
  return {
    sizes,
    only: new Set(only as Subject[]),
    fresh: values.fresh,
    program: resolve(values.program),
    json: values.json ?? null,
  };
}
