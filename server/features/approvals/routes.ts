import { approvalRoutes } from '../../../contract/routes/approvals.ts';
import { knownTicketId } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { askApproval, editApproval, remindApprovers, withdrawApproval } from './ask.ts';
import { decide, delegate } from './decide.ts';
import { approvalsOf, ticketOfApproval } from './read.ts';

export function mountApprovals(mount: Mount): void {
  const ofTicket = async (ctx: Ctx, ticketId: string) => ({ approvals: await approvalsOf(ctx, ticketId) });

  mountInWorkspace(mount, approvalRoutes, {
    list: async (ctx, { params }) => ofTicket(ctx, await knownTicketId(ctx, params.ticket)),
    ask: async (ctx, { params, body }) => {
      const ticketId = await knownTicketId(ctx, params.ticket);
      await askApproval(ctx, ticketId, body);
      return ofTicket(ctx, ticketId);
    },
    edit: async (ctx, { params, body }) => {
      await editApproval(ctx, params.id, body);
      return ofTicket(ctx, await ticketOfApproval(ctx, params.id));
    },
    decide: async (ctx, { params, body }) => {
      await decide(ctx, params.id, body);
      return ofTicket(ctx, await ticketOfApproval(ctx, params.id));
    },
    delegate: async (ctx, { params, body }) => {
      await delegate(ctx, params.id, body.agentId);
      return ofTicket(ctx, await ticketOfApproval(ctx, params.id));
    },
    remind: async (ctx, { params }) => {
      await remindApprovers(ctx, params.id);
      return ofTicket(ctx, await ticketOfApproval(ctx, params.id));
    },
    withdraw: async (ctx, { params }) => {
      await withdrawApproval(ctx, params.id);
      return ofTicket(ctx, await ticketOfApproval(ctx, params.id));
    },
  });
}
