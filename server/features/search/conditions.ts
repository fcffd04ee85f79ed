// Operators as conditions on a row of `tickets`. Names are looked up inside the statement, so that what is no name here
// simply finds nothing.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Moment, readMoment } from '../../../contract/search/moment.ts';
import {
  meansFile,
  meansMe,
  meansNobody,
  type Operator,
  statusesNamed,
} from '../../../contract/search/operators.ts';
import type { Filter, Question } from '../../../contract/search/question.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { isDomain, tsqueryOf } from './asked.ts';

type Condition = RawBuilder<SqlBool>;

const nothing = sql<SqlBool>`false`;
/** A name that begins so, without regard to case, accents and punctuation. */
const begins = (column: string, value: string) =>
  sql`plain_name(${value}::text) <> '' and plain_name(${sql.ref(column)}) like plain_name(${value}::text) || '%'`;
export const named = (ctx: Ctx, table: 'folders' | 'teams' | 'tags' | 'ticket_types', value: string) =>
  sql`(select array(select n.id from ${sql.table(table)} n where n.workspace_id = ${ctx.workspaceId} and ${begins('n.name', value)}))`;
export const agentsNamed = (ctx: Ctx, value: string) => sql`(select array(select n.id from agents n
  where n.workspace_id = ${ctx.workspaceId} and (${begins('n.name', value)} or n.email = ${value.toLowerCase()}
    or plain_name(${value}::text) <> '' and plain_name(n.name) like '% ' || plain_name(${value}::text) || '%')))`;

/** The start of a day in the workspace's own time, or so long before now. */
function momentOf(ctx: Ctx, moment: Moment): RawBuilder<Date> {
  const zone = sql`(select w.time_zone from workspaces w where w.workspace_id = ${ctx.workspaceId})`;
  if ('day' in moment) return sql`(${moment.day}::date::timestamp at time zone ${zone})`;
  if ('daysAgo' in moment)
    return sql`(((${ctx.now}::timestamptz at time zone ${zone})::date - ${moment.daysAgo}::int)::timestamp at time zone ${zone})`;
  const { days = 0, months = 0 } = moment.ago;
  return sql`(${ctx.now}::timestamptz - make_interval(months => ${months}::int, days => ${days}::int))`;
}

const readers: Record<Operator, (ctx: Ctx, value: string) => Condition> = {
  from: (ctx, value) => {
    if (value.includes('@') && !value.startsWith('@'))
      return sql`tickets.requester_email = ${value.toLowerCase()}`;
    if (isDomain(value))
      return sql`tickets.requester_email like '%@' || ${value.replace(/^@/, '').toLowerCase()}::text`;
    return sql`tickets.contact_id = any((${contactsCalled(ctx, value)})::uuid[])`;
  },
  assignee: (ctx, value) => {
    if (meansNobody(value)) return sql`tickets.assignee_id is null`;
    if (meansMe(value)) return sql`tickets.assignee_id = ${ctx.actor.id}`;
    return sql`tickets.assignee_id = any((${agentsNamed(ctx, value)})::uuid[])`;
  },
  tag: (ctx, value) => sql`exists (select from ticket_tags tt where tt.workspace_id = tickets.workspace_id
    and tt.ticket_id = tickets.id and tt.tag_id = any((${named(ctx, 'tags', value)})::uuid[]))`,
  in: (ctx, value) => sql`(tickets.folder_id = any((${named(ctx, 'folders', value)})::uuid[])
    or tickets.team_id = any((${named(ctx, 'teams', value)})::uuid[]))`,
  status: (_ctx, value) => {
    const statuses = statusesNamed(value);
    return statuses ? sql`tickets.status in (${sql.join(statuses.map(status => sql.lit(status)))})` : nothing;
  },
  type: (ctx, value) => sql`tickets.type_id = any((${named(ctx, 'ticket_types', value)})::uuid[])`,
  has: (_ctx, value) => (meansFile(value) ? sql`tickets.has_files` : nothing),
  before: (ctx, value) => {
    const moment = readMoment(value);
    return moment ? sql`tickets.last_message_at < ${momentOf(ctx, moment)}` : nothing;
  },
  after: (ctx, value) => {
    const moment = readMoment(value);
    return moment ? sql`tickets.last_message_at >= ${momentOf(ctx, moment)}` : nothing;
  },
};

const mostContacts = 1_000;

/** Contacts a word of whose name begins so; where there is none, those spelled nearly so. */
function contactsCalled(ctx: Ctx, value: string): RawBuilder<unknown> {
  const plain = sql`plain_name(${value}::text)`;
  return sql`with called as (
      select w.contact_id from contact_words w
      where w.workspace_id = ${ctx.workspaceId} and ${plain} <> '' and w.words >= ${plain} and w.words < ${plain} || chr(1114111)
      limit ${sql.lit(mostContacts)})
    select array(select contact_id from called
      union all select s.contact_id from contacts_spelled_like(${plain}, 10) s where not exists (select from called))`;
}

function conditionOf(ctx: Ctx, { operator, value, isExcluded }: Filter): Condition {
  const condition = readers[operator](ctx, value);
  return isExcluded ? sql`not coalesce(${condition}, false)` : condition;
}

/** All that a question asks of a ticket besides its words. */
export function conditionsOf(ctx: Ctx, question: Question): Condition[] {
  const conditions = question.filters.map(filter => conditionOf(ctx, filter));
  if (question.without) {
    const unwanted = tsqueryOf(question.without, { isPlain: true, phone: null });
    conditions.push(sql`not exists (select from ticket_documents nd where nd.workspace_id = tickets.workspace_id
      and nd.ticket_id = tickets.id and nd.document @@ ${unwanted})`);
  }
  return conditions;
}

/** The operators whose value means nothing here, to be told to who asked: no such tag, no such date. */
export async function unknownOf(ctx: Ctx, question: Question): Promise<Pick<Filter, 'operator' | 'value'>[]> {
  const unknown: Pick<Filter, 'operator' | 'value'>[] = [];
  for (const { operator, value } of question.filters)
    if (!(await isKnown(ctx, operator, value))) unknown.push({ operator, value });
  return unknown;
}

async function isKnown(ctx: Ctx, operator: Operator, value: string): Promise<boolean> {
  const isAny = async (...ids: RawBuilder<unknown>[]) => {
    const all = sql.join(
      ids.map(one => sql`cardinality(${one}) > 0`),
      sql` or `,
    );
    const { rows } = await sql<{ is_any: boolean }>`select (${all}) as is_any`.execute(ctx.tx);
    return rows[0]!.is_any;
  };
  switch (operator) {
    case 'tag':
      return isAny(named(ctx, 'tags', value));
    case 'in':
      return isAny(named(ctx, 'folders', value), named(ctx, 'teams', value));
    case 'type':
      return isAny(named(ctx, 'ticket_types', value));
    case 'assignee':
      return meansMe(value) || meansNobody(value) || isAny(agentsNamed(ctx, value));
    case 'status':
      return statusesNamed(value) !== null;
    case 'has':
      return meansFile(value);
    case 'before':
    case 'after':
      return readMoment(value) !== null;
    case 'from':
      return true;
  }
}
