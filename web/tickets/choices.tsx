import type { Desk } from '../data/desk.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import type { Choice } from './picker.tsx';

/** Agents who can be assigned, me first (LUM-30: found by name or e-mail). Takes the desk, or undefined while loading. */
export function agentChoices(desk: Desk | undefined): Choice[] {
  if (!desk) return [];
  const active = desk.agents.filter(agent => !agent.isDisabled);
  const me = active.filter(agent => agent.id === desk.me.id);
  const others = active
    .filter(agent => agent.id !== desk.me.id)
    .sort((a, b) => a.name.localeCompare(b.name, desk.me.language));
  return [...me, ...others].map(agent => ({
    value: agent.id,
    label: agent.name,
    detail: agent.email,
    mark: <PersonAvatar name={agent.name} size={24} />,
  }));
}

/** The folders of the workspace (LUM-29). */
export function folderChoices(desk: Desk | undefined): Choice[] {
  return (desk?.folders ?? []).map(folder => ({ value: folder.id, label: folder.name }));
}

/** The teams of the workspace. */
export function teamChoices(desk: Desk | undefined): Choice[] {
  return (desk?.teams ?? []).map(team => ({ value: team.id, label: team.name }));
}

/** The catalogue of tags (LUM-27). */
export function tagChoices(desk: Desk | undefined): Choice[] {
  return (desk?.tags ?? []).map(tag => ({
    value: tag.id,
    label: tag.name,
    mark: (
      <span
        style={{ width: 10, height: 10, borderRadius: '50%', background: tag.colour, flex: 'none' }}
        aria-hidden
      />
    ),
  }));
}

/** Whatever has an id and a name: types, segments. */
export function namedChoices(list: readonly { id: string; name: string }[] | undefined): Choice[] {
  return (list ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
