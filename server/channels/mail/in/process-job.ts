import type { NewJob } from '../../../platform/jobs/index.ts';

/** The job that files one raw mail. A new one replaces one that has not begun. */
export function processJob(workspaceId: string, rawMailId: string): NewJob {
  return { task: 'mail.process', payload: { workspaceId, rawMailId }, key: `mail:${rawMailId}` };
}
