// The bare SQL of a list's rows: everything that the reply shows, by the index, without row-level security.

export const rowColumns = `id, number, subject, status, priority, channel, requester_name, requester_email, contact_id,
  assignee_id, team_id, folder_id, preview, waiting_since, received_at, last_message_at, has_files, last_event_id, queue_rank,
  array(select tag_id from ticket_tags tt where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id) as tag_ids,
  (select read_at from ticket_reads r where r.workspace_id = t.workspace_id and r.agent_id = $2 and r.ticket_id = t.id) as read_at`;

export const active = `status in ('new', 'open', 'pending', 'on_hold')`;

/** The statement of one page: $1 is the workspace, $2 the reader. */
export function pageSql(where: string, order = 'queue_rank, id'): string {
  return `select ${rowColumns} from tickets t where workspace_id = $1 and ${where} order by ${order} limit 50`;
}
