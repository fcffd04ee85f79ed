// The other side of a question: which tickets an operator leaves, told by its index alone. Where few of those that hold the
// words fit, that spares reading the others to judge them.
import { type RawBuilder, sql } from 'kysely';
import { meansMe, meansNobody } from '../../../contract/search/operators.ts';
import type { Filter, Question } from '../../../contract/search/question.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { agentsNamed, named } from './conditions.ts';

const among = (ctx: Ctx, condition: RawBuilder<unknown>) =>
  sql`select id from tickets where workspace_id = ${ctx.workspaceId} and ${condition}`;

/** The tickets of an operator, from an index alone; null where there is none for it. */
function ticketsOf(ctx: Ctx, { operator, value, isExcluded }: Filter): RawBuilder<unknown> | null {
  if (isExcluded) return null;
  switch (operator) {
    case 'assignee':
      if (meansNobody(value)) return null;
      return meansMe(value)
        ? among(ctx, sql`assignee_id = ${ctx.actor.id}`)
        : among(ctx, sql`assignee_id = any((${agentsNamed(ctx, value)})::uuid[])`);
    case 'tag':
      return sql`select ticket_id as id from ticket_tags where workspace_id = ${ctx.workspaceId}
        and tag_id = any((${named(ctx, 'tags', value)})::uuid[])`;
    case 'type':
      return among(ctx, sql`type_id = any((${named(ctx, 'ticket_types', value)})::uuid[])`);
    case 'in':
      return sql`${among(ctx, sql`folder_id = any((${named(ctx, 'folders', value)})::uuid[])`)}
        union all ${among(ctx, sql`team_id = any((${named(ctx, 'teams', value)})::uuid[])`)}`;
    default:
      return null;
  }
}

/** By how few tickets they usually leave. */
const narrowestFirst = ['assignee', 'tag', 'type', 'in'] as const;

/** The ids of the tickets of a question's narrowest operator: a select; null where none has an index of its own. */
export function narrowingOf(ctx: Ctx, { filters }: Question): RawBuilder<unknown> | null {
  for (const operator of narrowestFirst)
    for (const filter of filters) {
      const tickets = filter.operator === operator && ticketsOf(ctx, filter);
      if (tickets) return tickets;
    }
  return null;
}
