// The rights table: which role may do what. Routes name a right; screens hide what their reader may not do.

export const roles = ['administrator', 'agent'] as const;
export type Role = (typeof roles)[number];

/** Each right with the roles that hold it. */
export const rightsOfRoles = {
  'desk.read': ['administrator', 'agent'],
  'tickets.read': ['administrator', 'agent'],
  'tickets.work': ['administrator', 'agent'],
  'profile.edit': ['administrator', 'agent'],
  'people.read': ['administrator', 'agent'],
  'people.manage': ['administrator'],
  'settings.manage': ['administrator'],
  'mailboxes.manage': ['administrator'],
  'quarantine.manage': ['administrator'],
  'time.report': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type WorkspaceRight = keyof typeof rightsOfRoles;
/** 'public': nobody need be signed in. 'signed-in': a session, no workspace. */
export type Right = 'public' | 'signed-in' | WorkspaceRight;

/** Whether a role holds a right. */
export function mayDo(role: Role, right: WorkspaceRight): boolean {
  return (rightsOfRoles[right] as readonly Role[]).includes(role);
}
