import type { NewJob } from '../../../platform/jobs/index.ts';

export interface ProcessPayload {
  workspaceId: string;
  rawMailId: string;
  /** Given by the clock to a mail that has waited for long: nobody knows how often it was begun before. */
  isAgain?: boolean;
}

/** The job that files one raw mail. A new one replaces one that has not begun. */
export function processJob(workspaceId: string, rawMailId: string, isAgain = false): NewJob {
  return { task: 'mail.process', payload: { workspaceId, rawMailId, isAgain }, key: `mail:${rawMailId}` };
}
