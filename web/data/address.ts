import { pathOf, type Route } from '../../contract/route.ts';
import { currentWorkspaceSlug } from './workspace.ts';

type Values = Record<string, unknown>;

function fill(path: string, values: Values): string {
  return path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined || value === '') throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
}

function queryString(query: Values): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(key, String(one));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}

/** The address of a route with its params filled in and its query behind it, arrays repeated. */
export function addressOf(
  route: Pick<Route, 'right' | 'path'>,
  input: { params?: unknown; query?: unknown },
): string {
  const params = { workspace: currentWorkspaceSlug(), ...(input.params as Values | undefined) };
  return fill(pathOf(route), params) + queryString((input.query as Values | undefined) ?? {});
}
