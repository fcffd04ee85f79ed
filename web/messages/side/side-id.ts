import type { Draft } from '../draft.ts';

/** The side conversation that a draft goes on in; undefined where it begins one. */
export function sideIdOf({ more }: Pick<Draft, 'more'>): string | undefined {
  const id = more.fields?.sideId;
  return typeof id === 'string' ? id : undefined;
}
