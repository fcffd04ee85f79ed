import { useRef } from 'react';
import type { AttachedFile } from './draft.ts';
import { inChosenOrder } from './file-order.ts';

/** Remembers in which order files were chosen, so that they stay in it whichever arrives first. */
export function useFilePlaces() {
  const places = useRef(new Map<string, number>());
  const next = useRef(0);
  return {
    /** Takes the files just chosen. Gives what puts one of them in its place once it has arrived. */
    choose(chosen: File[]) {
      const first = next.current;
      next.current += chosen.length;
      return (files: readonly AttachedFile[], arrived: AttachedFile, from: File): AttachedFile[] => {
        places.current.set(arrived.id, first + chosen.indexOf(from));
        return inChosenOrder(files, arrived, places.current);
      };
    },
  };
}
