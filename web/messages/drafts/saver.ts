// Keeps one draft: in the browser at once, on the server within a second, in order, through breaks of any length. It
// lives on when its screen is left, until everything is saved.
import { ApiError } from '../../data/api-error.ts';
import {
  type Draft,
  emptyDraft,
  isEmptyDraft,
  readDraft,
  type ServersDraft,
  type Shelf,
  saveDraft,
} from '../draft.ts';
import { reconcile } from './reconcile.ts';

/** The server's side of one place. */
export interface Remote {
  load(): Promise<ServersDraft | null>;
  save(draft: Draft, base: number, keepsEarlier: boolean): Promise<ServersDraft>;
  discard(id: string, base: number): Promise<void>;
}

export interface Kept {
  draft: Draft;
  /** 'here': only this browser has it as yet. 'refused': the server will not take it. */
  status: 'saved' | 'saving' | 'here' | 'refused';
  /** Why it is not on the server. */
  problem: unknown;
  /** Another tab's words, where both have changed. */
  conflict: ServersDraft | null;
  /** What stood here and was sent, discarded or replaced elsewhere; it can be put back. */
  removed: Draft | null;
  hasLostFiles: boolean;
  /** False when the browser keeps nothing (private window, full disk). */
  isKept: boolean;
  /** Rises when the text was replaced by something else than typing. */
  revision: number;
  /** When a key was last pressed here; 0 for never. */
  typedAt: number;
}

const soonMs = 700;
const againMs = [2_000, 4_000, 8_000, 15_000];
/** Sending does not wait any longer for a save that is under way: the line may be dead. */
const longestWaitMs = 1_000;

export type Saver = ReturnType<typeof openSaver>;

export function openSaver(options: {
  shelf: Shelf;
  key: string;
  tab: string;
  remote: Remote;
  fromServer: (server: ServersDraft) => Draft;
}) {
  const { shelf, key, tab, remote, fromServer } = options;
  const listeners = new Set<() => void>();
  let kept: Kept = {
    draft: readDraft(shelf, key),
    status: 'saved',
    problem: null,
    conflict: null,
    removed: null,
    hasLostFiles: false,
    isKept: true,
    revision: 0,
    typedAt: 0,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let failures = 0;
  let keepsEarlier = false;
  let mustLoad = false;
  let holds = 0;
  let underWay: Promise<void> = Promise.resolve();

  function set(part: Partial<Kept>): void {
    kept = { ...kept, ...part };
    if (part.draft) kept.isKept = saveDraft(shelf, key, part.draft);
    for (const listener of listeners) listener();
  }

  function plan(ms: number): void {
    if (timer !== undefined || kept.conflict || holds > 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void work();
    }, ms);
  }

  /** One thing at a time: load where something was told, else save what is not saved. */
  function work(): Promise<void> {
    if (isBusy || holds > 0) return underWay;
    isBusy = true;
    clearTimeout(timer);
    timer = undefined;
    underWay = loadOrPush();
    return underWay;
  }

  async function loadOrPush(): Promise<void> {
    try {
      if (mustLoad) await load();
      if (!kept.draft.isSaved && !kept.conflict) await push();
      failures = 0;
    } catch (error) {
      fail(error);
    } finally {
      isBusy = false;
    }
    if (failures === 0 && (mustLoad || !kept.draft.isSaved)) plan(soonMs);
  }

  async function load(): Promise<void> {
    mustLoad = false;
    const server = await remote.load().catch(error => {
      mustLoad = true;
      throw error;
    });
    take(server);
  }

  function take(server: ServersDraft | null): void {
    const { draft } = kept;
    const step = reconcile(draft, server);
    if (step === 'adopt') adopt(server!);
    else if (step === 'conflict') set({ conflict: server });
    else if (step === 'clear') {
      set({
        draft: emptyDraft(),
        removed: draft,
        status: 'saved',
        conflict: null,
        revision: kept.revision + 1,
      });
    } else {
      const mark = server ? { id: server.id, version: server.version } : null;
      const isSaved = step === 'nothing';
      set({ draft: { ...draft, server: mark, isSaved }, conflict: null });
    }
  }

  function adopt(server: ServersDraft): void {
    const draft = fromServer(server);
    const isOther = draft.html !== kept.draft.html;
    set({
      draft,
      status: 'saved',
      problem: null,
      conflict: null,
      hasLostFiles: server.hasLostFiles,
      revision: kept.revision + (isOther ? 1 : 0),
    });
  }

  async function push(): Promise<void> {
    const { draft } = kept;
    if (isEmptyDraft(draft)) {
      if (draft.server) await remote.discard(draft.server.id, draft.server.version).catch(ignoreMissing);
      settle(draft, null);
      return;
    }
    set({ status: kept.status === 'saved' ? 'saving' : kept.status });
    const isForced = keepsEarlier;
    try {
      const saved = await remote.save(draft, draft.server?.version ?? 0, isForced);
      if (isForced) keepsEarlier = false;
      if (saved.hasLostFiles) loseFiles(saved);
      settle(draft, { id: saved.id, version: saved.version });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409) throw error;
      // Sent or discarded elsewhere while this was being written: what stands here is another draft.
      if (error.code === 'draft-gone') set({ draft: { ...kept.draft, server: null } });
      else mustLoad = true;
    }
  }

  /** The server has `pushed` now; what was typed since is still to be saved. */
  function settle(pushed: Draft, server: Draft['server']): void {
    const isSaved = kept.draft.savedAt === pushed.savedAt && kept.draft.html === pushed.html;
    set({ draft: { ...kept.draft, server, isSaved }, status: 'saved', problem: null });
  }

  function loseFiles(saved: ServersDraft): void {
    const isThere = new Set(saved.files.map(file => file.id));
    const files = kept.draft.files.filter(file => isThere.has(file.id));
    set({ draft: { ...kept.draft, files }, hasLostFiles: true });
  }

  function fail(error: unknown): void {
    const isPassing =
      !(error instanceof ApiError) || error.status === 0 || error.status >= 500 || error.status === 429;
    const isOut = error instanceof ApiError && error.code === 'signed-out';
    failures++;
    if (!kept.draft.isSaved) set({ status: isPassing || isOut ? 'here' : 'refused', problem: error });
    // Who must sign in again is told so above the page; saving goes on when they have.
    if (isPassing) plan(againMs[Math.min(failures, againMs.length) - 1]!);
  }

  function write(draft: Draft, part: Partial<Kept> = {}): void {
    set({ draft: { ...draft, isSaved: false, savedAt: stamp(), tab }, ...part });
    plan(soonMs);
  }
  const stamp = () => Math.max(Date.now(), kept.draft.savedAt + 1);

  return {
    get: () => kept,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** What the agent types or attaches; saved at once here, and soon on the server. */
    change(part: Partial<Draft> | ((draft: Draft) => Partial<Draft>)): void {
      const changes = typeof part === 'function' ? part(kept.draft) : part;
      write({ ...kept.draft, ...changes }, { typedAt: Date.now(), removed: null });
    },
    /** Puts another text in the place of this one, which stays among the earlier versions. */
    replace(part: Partial<Draft>): void {
      keepsEarlier = true;
      write({ ...kept.draft, ...part }, { revision: kept.revision + 1, removed: null });
    },
    /** Nothing stands here any more: it was sent, or thrown away. */
    clear(): void {
      const { server } = kept.draft;
      clearTimeout(timer);
      timer = undefined;
      set({ conflict: null, removed: null, hasLostFiles: false });
      // What was sent is gone from the server already, unless the last words had not reached it.
      mustLoad = true;
      write({ ...emptyDraft(), server });
      void work();
    },
    /** Looks what the server has; to be called when the screen opens and when another tab saved. */
    look(): void {
      mustLoad = true;
      void work();
    },
    /** Runs `send` with the server's draft kept as it is: a save that comes after the message is refused. */
    async during<Outcome>(send: () => Promise<Outcome>): Promise<Outcome> {
      holds++;
      clearTimeout(timer);
      timer = undefined;
      try {
        await Promise.race([underWay, new Promise(resolve => setTimeout(resolve, longestWaitMs))]);
        return await send();
      } finally {
        holds--;
        if (mustLoad || !kept.draft.isSaved) plan(soonMs);
      }
    },
    /** Tries at once what is still to be done. */
    retry(): void {
      if (!kept.draft.isSaved || mustLoad) void work();
    },
    keepMine(): void {
      const { conflict, draft } = kept;
      if (!conflict) return;
      keepsEarlier = true;
      set({ conflict: null });
      write({ ...draft, server: { id: conflict.id, version: conflict.version } });
    },
    takeTheirs(): void {
      const { conflict, draft } = kept;
      if (!conflict) return;
      adopt(conflict);
      set({ removed: draft });
    },
    /** Puts back what was taken away. */
    putBack(): void {
      const { removed, draft } = kept;
      if (!removed) return;
      keepsEarlier = true;
      const again = { ...removed, key: crypto.randomUUID(), server: draft.server };
      write(again, { removed: null, revision: kept.revision + 1 });
    },
  };
}

function ignoreMissing(error: unknown): void {
  const isSettled = error instanceof ApiError && (error.status === 404 || error.status === 409);
  if (!isSettled) throw error;
}
