// What every screen needs, asked once: the workspace, me, agents, teams, folders, tags.
import { useQuery } from '@tanstack/react-query';
import { mayDo, type WorkspaceRight } from '../../contract/rights.ts';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from './call.ts';
import { setMe } from './me.ts';
import { useWorkspaceSlug } from './workspace.ts';

export type Desk = Reply<typeof routes.workspaces.desk>;

/** The query of the desk of the workspace shown, for hooks and for the router's loader. */
export function deskQuery(slug: string) {
  return {
    queryKey: ['desk', slug] as const,
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const desk = await call(routes.workspaces.desk, {}, { signal });
      setMe(desk.me.id);
      return desk;
    },
    staleTime: 5 * 60_000,
  };
}

/** The desk: a query result whose data is {workspace, me, agents, teams, folders, tags, hasMailbox, keepsMail}. */
export function useDesk() {
  const slug = useWorkspaceSlug();
  return useQuery({ ...deskQuery(slug), enabled: slug !== '' });
}

function byId<T extends { id: string }>(list: T[] | undefined, id: string | null | undefined): T | undefined {
  return id ? list?.find(one => one.id === id) : undefined;
}

/** The agent with this id; undefined while loading, for nobody and for somebody unknown. */
export function useAgent(id: string | null | undefined) {
  return byId(useDesk().data?.agents, id);
}

/** The folder with this id, or undefined. */
export function useFolder(id: string | null | undefined) {
  return byId(useDesk().data?.folders, id);
}

/** The tag with this id, or undefined. */
export function useTag(id: string | null | undefined) {
  return byId(useDesk().data?.tags, id);
}

/** The team with this id, or undefined. */
export function useTeam(id: string | null | undefined) {
  return byId(useDesk().data?.teams, id);
}

/** Whether my role holds a right; false while it is not known yet. */
export function useMay(right: WorkspaceRight): boolean {
  const role = useDesk().data?.me.role;
  return role !== undefined && mayDo(role, right);
}
