import { z } from 'zod';
import { id, idParams, ticketParams, time } from '../fields.ts';
import { route } from '../route.ts';

export const approvalModes = ['any', 'all', 'in_order'] as const;
export type ApprovalMode = (typeof approvalModes)[number];
export const approvalStates = ['waiting', 'accepted', 'rejected', 'withdrawn', 'expired'] as const;
export const decisions = ['accepted', 'rejected'] as const;

const words = z.string().trim().max(4000);
const asked = {
  subject: z.string().trim().min(1).max(200),
  question: words.min(1),
  /** What the approvers should know to decide. */
  shared: words,
};

export const approval = z.object({
  id,
  askedBy: id,
  subject: z.string(),
  question: z.string(),
  shared: z.string(),
  mode: z.enum(approvalModes),
  state: z.enum(approvalStates),
  /** Rises with each change of what is asked. */
  version: z.number().int(),
  askedAt: time,
  expiresAt: time,
  settledAt: time.nullable(),
  steps: z.array(
    z.object({
      approverId: id,
      delegatedBy: id.nullable(),
      decision: z.enum(decisions).nullable(),
      comment: z.string(),
      decidedAt: time.nullable(),
      /** Whether it is their turn to decide. */
      isTheirTurn: z.boolean(),
    }),
  ),
});

const listReply = z.object({ approvals: z.array(approval) });
const changed = { params: idParams, reply: listReply } as const;

export const approvalRoutes = {
  list: route({
    method: 'GET',
    path: '/tickets/:ticket/approvals',
    right: 'tickets.read',
    summary: 'What was asked to be approved on the ticket, the latest first',
    params: ticketParams,
    reply: listReply,
  }),
  ask: route({
    method: 'POST',
    path: '/tickets/:ticket/approvals',
    right: 'tickets.work',
    summary: 'Asks agents to approve something (ZOH-03); they are told by mail and by the bell',
    params: ticketParams,
    body: z.object({
      ...asked,
      shared: asked.shared.default(''),
      mode: z.enum(approvalModes).default('any'),
      /** In the order in which they are asked, where that matters. */
      approverIds: z.array(id).min(1).max(20),
    }),
    reply: listReply,
  }),
  edit: route({
    method: 'PATCH',
    path: '/approvals/:id',
    right: 'tickets.work',
    summary: 'Changes what I ask; everybody is asked anew',
    body: z.object({ ...asked, version: z.number().int() }),
    ...changed,
  }),
  decide: route({
    method: 'PUT',
    path: '/approvals/:id/decision',
    right: 'tickets.work',
    summary: 'Accepts or rejects, once, what was read in this version (ZOH-04)',
    body: z.object({ decision: z.enum(decisions), comment: words.default(''), version: z.number().int() }),
    ...changed,
  }),
  delegate: route({
    method: 'PUT',
    path: '/approvals/:id/delegation',
    right: 'tickets.work',
    summary: 'Hands my decision to another agent',
    body: z.object({ agentId: id }),
    ...changed,
  }),
  remind: route({
    method: 'POST',
    path: '/approvals/:id/reminder',
    right: 'tickets.work',
    summary: 'Tells those whose turn it is once more, at most once an hour',
    ...changed,
  }),
  withdraw: route({
    method: 'POST',
    path: '/approvals/:id/withdrawal',
    right: 'tickets.work',
    summary: 'Takes back what I asked',
    ...changed,
  }),
};
