import type { BulkAction } from '../../contract/routes/bulk.ts';
import type { Desk } from '../data/desk.ts';
import type { Translate } from '../data/language.ts';

const named = (list: readonly { id: string; name: string }[] | undefined, id: string | null) =>
  list?.find(one => one.id === id)?.name;

/** What a bulk change does, in words. */
export function bulkText(t: Translate, desk: Desk | undefined, action: BulkAction | null): string {
  if (!action) return t('bulk.undo.of');
  if (action.do === 'read') return t(action.isRead ? 'bulk.read' : 'bulk.unread');
  const gone = t('tickets.line.gone');
  const name = () => {
    switch (action.do) {
      case 'assign':
        return action.agentId ? named(desk?.agents, action.agentId) : t('tickets.nobody');
      case 'folder':
        return named(desk?.folders, action.folderId);
      case 'team':
        return action.teamId ? named(desk?.teams, action.teamId) : t('tickets.no-team');
      case 'type':
        return action.typeId ? named(desk?.types, action.typeId) : t('bulk.no-type');
      case 'priority':
        return t(`priority.${action.priority}`);
      case 'status':
        return t(`status.${action.status}`);
      default:
        return named(desk?.tags, action.tagId);
    }
  };
  return t(`bulk.about.${action.do}`, { name: name() ?? gone });
}
