import { useMemo } from 'react';
import { useDesk } from '../data/desk.ts';
import { useFormat } from '../data/language.ts';
import type { Names } from './history-text.ts';

/** Finds the names behind the ids of events in what the desk knows. */
export function useNames(): Names {
  const desk = useDesk().data;
  const format = useFormat();
  return useMemo(() => {
    const lookUp = (list: readonly { id: string; name: string }[] | undefined) => {
      const names = new Map(list?.map(one => [one.id, one.name]));
      return (id: string) => names.get(id);
    };
    return {
      agent: lookUp(desk?.agents),
      folder: lookUp(desk?.folders),
      team: lookUp(desk?.teams),
      tag: lookUp(desk?.tags),
      type: lookUp(desk?.types),
      segment: lookUp(desk?.segments),
      date: format.dateTime,
    };
  }, [desk, format]);
}
