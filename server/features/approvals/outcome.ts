// How the answers of several approvers add up. Pure.
import type { ApprovalMode } from '../../../contract/routes/approvals.ts';
import type { Step } from './tables.ts';

/** Accepted, rejected or still open: one answer is enough for `any`; a rejection ends `all` and `in_order` at once. */
export function outcomeOf(mode: ApprovalMode, steps: readonly Step[]): 'accepted' | 'rejected' | null {
  const said = steps.flatMap(step => step.decision ?? []);
  if (mode === 'any') return said[0] ?? null;
  if (said.includes('rejected')) return 'rejected';
  return said.length === steps.length ? 'accepted' : null;
}

/** Whose turn it is: everybody who has not answered, or the first of them in order. */
export function turnsOf<S extends Step>(mode: ApprovalMode, steps: readonly S[]): S[] {
  const waiting = steps.filter(step => !step.decision).sort((a, b) => a.position - b.position);
  return mode === 'in_order' ? waiting.slice(0, 1) : waiting;
}
