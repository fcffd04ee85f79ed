import type { Plugin } from 'vite';

/** What only the server needs of a route: its schemas and what the page about the API says. */
const serverOnly = new Set(['params', 'query', 'body', 'reply', 'summary']);

interface Node {
  type: string;
  start: number;
  end: number;
  callee?: { name?: string };
  arguments?: { properties?: { key?: { name?: string }; start: number; end: number }[] }[];
}

/**
 * Leaves the schemas out of the contract's routes where the screens are built: a screen needs a route's method, path and
 * right; the server checks what comes in. The types stay whole, they are gone by then.
 */
export function contractForScreens(): Plugin {
  return {
    name: 'contract-for-screens',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/contract\/routes\/[^/]+\.ts$/ },
      handler(code) {
        const cuts: [number, number][] = [];
        visit(this.parse(code) as unknown as Node, node => {
          const isRoute =
            node.type === 'CallExpression' && /^(route|transferRoute)$/.test(node.callee?.name ?? '');
          if (!isRoute) return;
          for (const property of node.arguments?.[0]?.properties ?? [])
            if (serverOnly.has(property.key?.name ?? '')) cuts.push([property.start, property.end]);
        });
        // Emptied in place, last first: a comma left over is an object's trailing one after `0`.
        let lean = code;
        for (const [start, end] of cuts.sort((one, other) => other[0] - one[0]))
          lean = lean.slice(0, start) + lean.slice(end).replace(/^\s*,/, '');
        return { code: lean, map: null };
      },
    },
  };
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, see);
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node) see(node as Node);
    for (const value of Object.values(node)) if (typeof value === 'object') visit(value, see);
  }
}
