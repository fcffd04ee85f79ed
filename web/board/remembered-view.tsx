import { Navigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { modesOf, towards } from './view-mode.ts';

/** Opens a view as it was last looked at; an address that names filters is what it says. */
export function RememberedView({ scope, children }: { scope: string; children: ReactNode }) {
  const slug = useWorkspaceSlug();
  const me = useDesk().data?.me;
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const mode = modesOf(me?.preferences)[scope];
  if (!me || !mode || Object.keys(search).length > 0) return children;
  return <Navigate to={`/w/${slug}/${mode}`} search={towards({}, scope, me.id)} replace />;
}
