import { Navigate } from '@tanstack/react-router';
import { useMay } from '../data/desk.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';

/** The settings open at the workspace for those who may change it, at their own profile for the others. */
export function SettingsHome() {
  const slug = useWorkspaceSlug();
  const may = useMay('settings.manage');
  const to = may ? '/w/$slug/settings/workspace' : '/w/$slug/settings/profile';
  return <Navigate to={to} params={{ slug }} replace />;
}
