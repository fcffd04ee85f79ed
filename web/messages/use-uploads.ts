import { useCallback, useEffect, useRef, useState } from 'react';
import { upload } from '../data/call.ts';
import type { AttachedFile } from './draft.ts';
import { judgeFiles, type Refused } from './file-limits.ts';

export interface Upload {
  id: string;
  file: File;
  /** Share sent so far, 0 to 1. */
  share: number;
  /** What went wrong, as thrown. */
  error?: unknown;
}

/** Gets the file as the server keeps it, and the one that was chosen. */
type OnDone = (file: AttachedFile, chosen: File) => void;

export interface Uploads {
  /** Under way or failed; done ones are gone from here. */
  uploads: Upload[];
  refused: Refused[];
  /** Checks and uploads files, several at once; each goes to `onDone` when the server has it. */
  add: (files: File[], onDone: OnDone) => void;
  retry: (id: string) => void;
  /** Stops an upload, or takes a failed one off the list. */
  drop: (id: string) => void;
  dismissRefused: () => void;
  isBusy: boolean;
}

/** Uploads of one draft. Takes how many bytes the message carries already (LUM-20, LUM-21). */
export function useUploads(carriedBytes: number): Uploads {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [refused, setRefused] = useState<Refused[]>([]);
  const running = useRef(new Map<string, { stop: AbortController; onDone: OnDone }>());
  const latest = useRef(uploads);
  latest.current = uploads;
  const carried = useRef(carriedBytes);
  carried.current = carriedBytes;

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const { stop } of all.values()) stop.abort();
    };
  }, []);

  const edit = useCallback((id: string, part: Partial<Upload>) => {
    setUploads(list => list.map(one => (one.id === id ? { ...one, ...part } : one)));
  }, []);

  const start = useCallback(
    async (id: string, file: File, onDone: OnDone) => {
      const stop = new AbortController();
      running.current.set(id, { stop, onDone });
      try {
        const done = await upload(file, { signal: stop.signal, onProgress: share => edit(id, { share }) });
        setUploads(list => list.filter(one => one.id !== id));
        onDone({ id: done.id, name: done.name, type: done.type, size: done.size, url: done.url }, file);
      } catch (error) {
        if (!stop.signal.aborted) edit(id, { error });
      }
    },
    [edit],
  );

  const add = useCallback(
    (files: File[], onDone: OnDone) => {
      const underWay = latest.current.reduce((sum, one) => sum + one.file.size, 0);
      const judged = judgeFiles(files, carried.current + underWay);
      setRefused(judged.refused);
      const fresh = judged.accepted.map(file => ({ id: crypto.randomUUID(), file, share: 0 }));
      setUploads(list => [...list, ...fresh]);
      for (const { id, file } of fresh) void start(id, file, onDone);
    },
    [start],
  );

  const retry = useCallback(
    (id: string) => {
      const failed = latest.current.find(one => one.id === id);
      const known = running.current.get(id);
      if (!failed || !known) return;
      edit(id, { error: undefined, share: 0 });
      void start(id, failed.file, known.onDone);
    },
    [edit, start],
  );

  const drop = useCallback((id: string) => {
    running.current.get(id)?.stop.abort();
    setUploads(list => list.filter(one => one.id !== id));
  }, []);

  return {
    uploads,
    refused,
    add,
    retry,
    drop,
    dismissRefused: useCallback(() => setRefused([]), []),
    isBusy: uploads.some(one => one.error === undefined),
  };
}
