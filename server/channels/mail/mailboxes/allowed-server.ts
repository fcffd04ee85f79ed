// Servers whose names administrators type: the desk must not become a way to places that only it can reach (S24).
//
// Mail servers stand in private networks as often as in public ones, so any address may be reached, but only on ports of
// mail or above 1023, and never link-local addresses and the metadata services of clouds, which hand out credentials.
// The name is looked up once and the connection goes to the address that was checked.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';

const mailPorts = [25, 143, 465, 587, 993, 2525];

const forbidden = new BlockList();
forbidden.addSubnet('169.254.0.0', 16, 'ipv4');
forbidden.addSubnet('0.0.0.0', 8, 'ipv4');
forbidden.addSubnet('224.0.0.0', 3, 'ipv4');
forbidden.addAddress('100.100.100.200', 'ipv4');
forbidden.addAddress('168.63.129.16', 'ipv4');
forbidden.addSubnet('fe80::', 10, 'ipv6');
forbidden.addSubnet('ff00::', 8, 'ipv6');
forbidden.addAddress('::', 'ipv6');
forbidden.addAddress('fd00:ec2::254', 'ipv6');
forbidden.addAddress('fd20:ce::254', 'ipv6');

export class ServerNotAllowed extends Error {
  readonly code = 'server-not-allowed';
}

/** Whether the desk may connect to an address and port. */
export function isAllowed(address: string, port: number): boolean {
  if (port < 1024 && !mailPorts.includes(port)) return false;
  return !forbidden.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/**
 * The address to connect to for a server's name, checked.
 * @throws ServerNotAllowed when any of its addresses is forbidden, or the system's error when there is none (ENOTFOUND)
 */
export async function addressOfServer({ host, port }: { host: string; port: number }): Promise<string> {
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true });
  if (!found.every(({ address }) => isAllowed(address, port))) throw new ServerNotAllowed(host);
  return found[0]!.address;
}

/** The name that a certificate must be for; none can be asked for by an address (RFC 6066, 3). */
export function nameForTls(host: string): { servername?: string } {
  return isIP(host) ? {} : { servername: host };
}
