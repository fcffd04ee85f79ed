/** One thing that is wrong with the house: where, which rule, and what in plain words. */
export type Finding = {
  file: string;
  /** Counted from 1. */
  line: number;
  rule: string;
  what: string;
  isWarning?: boolean;
};

/** A finding as one line of output: `file:line rule: what`. */
export function lineOf({ file, line, rule, what, isWarning }: Finding): string {
  return `${file}:${line} ${rule}${isWarning ? ' (warning)' : ''}: ${what}`;
}
