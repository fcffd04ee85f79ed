import { programBeside, runJob, startChild } from '../../../platform/children/index.ts';
import type { FileKind } from './kind.ts';
import { type FileLimits, type FileResult, fileLimits } from './limits.ts';

export interface ReadFileJob {
  bytes: Uint8Array;
  kind: FileKind;
  limits: FileLimits;
}

/**
 * Reads a file's text in a child process of its own, which is killed when it takes too long or too much. Rejects only
 * when no child can be started: nothing is then known of the file, try again later.
 */
export async function readFileText(
  bytes: Uint8Array,
  kind: FileKind,
  change: Partial<FileLimits> = {},
): Promise<FileResult> {
  const limits = { ...fileLimits, ...change };
  if (bytes.length > limits.fileBytes) return { unreadable: 'too-big' };
  const child = await startChild(programBeside(import.meta.url, 'file-child'), limits.memoryBytes);
  try {
    const job: ReadFileJob = { bytes, kind, limits };
    const reply = await runJob<FileResult>(child, job, limits.milliseconds, limits.memoryBytes);
    return typeof reply === 'string' ? { unreadable: reply } : reply;
  } finally {
    child.kill('SIGKILL');
  }
}
