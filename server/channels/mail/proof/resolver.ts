import { Resolver } from 'node:dns/promises';

/** Asks name servers for records of a type: as mailauth wants it. */
export type Resolve = (name: string, type: string) => Promise<string[] | string[][]>;

const timeoutMs = 1_500;
const tries = 2;

/** Makes a resolver over these name servers (`host` or `host:port`), or over those of the machine where none are given. */
export function openResolver(servers: string[] | null): Resolve {
  const resolver = new Resolver({ timeout: timeoutMs, tries });
  if (servers) resolver.setServers(servers);
  return (name, type) => resolver.resolve(name, type) as Promise<string[] | string[][]>;
}
