// A few files instead of hundreds: each page that matters comes whole, with all that it needs and none before it has.
interface Module {
  importedIds: readonly string[];
}
interface Modules {
  getModuleInfo: (id: string) => Module | null;
}

/**
 * Groups for the bundler: what the module `from` needs, and those before it in the list do not. The packages of the
 * app are a file of their own, which stays in the browser's cache when only our own code changes.
 */
export function pieces(roots: readonly { name: string; from: string }[]) {
  let nameOf: Map<string, string> | undefined;
  function sorted(modules: Modules): Map<string, string> {
    const names = new Map<string, string>();
    for (const { name, from } of roots) {
      const waiting = [from];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (names.has(id)) continue;
        names.set(id, name === 'app' && id.includes('/node_modules/') ? 'packages' : name);
        waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
      }
    }
    return names;
  }
  return [
    {
      debugName: 'pieces',
      includeDependenciesRecursively: false,
      name(id: string, modules: Modules): string | null {
        nameOf ??= sorted(modules);
        return nameOf.get(id) ?? null;
      },
    },
  ];
}
