// Holds the deliveries of a desk against the journals of the mail servers that they went to.
import type { Journal } from './faulty-server.ts';
import { ask } from './mail-ledger.ts';

export interface Delivery {
  id: string;
  ticket_id: string | null;
  recipient: string;
  state: string;
  detail: string;
}

/** What was found wrong, each with the deliveries it was found at. */
export interface Findings {
  /** Said to be taken, but no server took it; or known to no server and still not said to have failed. */
  lost: string[];
  /** Taken more often than once and once more for each connection that ended in doubt. */
  doubled: string[];
  /** Handed over after a later mail about the same ticket to the same person. */
  'out of order': string[];
  /** A server said no for good, and the desk does not show it. */
  'refusals not shown': string[];
  /** Said to have failed although no server refused it. */
  'failed without a refusal': string[];
  /** Still waiting when everything was well again. */
  'left behind': string[];
}

export interface Account {
  findings: Findings;
  accepted: number;
  failed: number;
  /** Connections that ended between data and answer, and how many of these mails were taken twice. */
  hangUps: number;
  hangUpsKept: number;
  doubledInDoubt: number;
}

/** All deliveries, oldest first. */
export function readDeliveries(databaseUrl: string): Promise<Delivery[]> {
  return ask<Delivery>(
    databaseUrl,
    'select id, ticket_id, recipient, state, detail from deliveries order by id',
  );
}

/** Adds up. `shownFailed` are the deliveries that an agent can see to have failed. */
export function account(deliveries: Delivery[], journals: Journal[], shownFailed: Set<string>): Account {
  const times = new Map<string, number>();
  for (const { deliveryId } of journals.flatMap(journal => journal.taken))
    times.set(deliveryId, (times.get(deliveryId) ?? 0) + 1);
  const keptInDoubt = (id: string) => sum(journals.map(journal => journal.hangUps.get(id)?.kept ?? 0));
  const isRefused = ({ id, recipient }: Delivery) =>
    journals.some(one => one.refusedDeliveries.has(id) || one.refusedRecipients.has(recipient));
  const idsOf = (isWrong: (delivery: Delivery) => boolean) => deliveries.filter(isWrong).map(({ id }) => id);
  const timesOf = ({ id }: Delivery) => times.get(id) ?? 0;
  const hangUps = journals.flatMap(journal => [...journal.hangUps.values()]);
  return {
    findings: {
      lost: idsOf(one => one.state === 'accepted' && timesOf(one) === 0),
      doubled: idsOf(one => timesOf(one) > 1 + keptInDoubt(one.id)),
      'out of order': journals.flatMap(journal => outOfOrder(deliveries, journal)),
      'refusals not shown': idsOf(
        one =>
          isRefused(one) &&
          !(one.state === 'failed' && /\b55[04]\b/.test(one.detail) && shownFailed.has(one.id)),
      ),
      'failed without a refusal': idsOf(one => one.state === 'failed' && !isRefused(one)),
      'left behind': idsOf(one => !['accepted', 'failed'].includes(one.state)),
    },
    accepted: idsOf(one => one.state === 'accepted').length,
    failed: idsOf(one => one.state === 'failed').length,
    hangUps: sum(hangUps.map(one => one.all)),
    hangUpsKept: sum(hangUps.map(one => one.kept)),
    doubledInDoubt: idsOf(one => timesOf(one) > 1 && timesOf(one) <= 1 + keptInDoubt(one.id)).length,
  };
}

/** Deliveries whose ids rise with time, so each person must have got those about one ticket by rising ids. */
function outOfOrder(deliveries: Delivery[], { taken }: Journal): string[] {
  const threadOf = new Map(deliveries.map(one => [one.id, `${one.ticket_id} ${one.recipient}`]));
  const newest = new Map<string, string>();
  return taken.flatMap(({ deliveryId }) => {
    const thread = threadOf.get(deliveryId) ?? '';
    const isLate = deliveryId < (newest.get(thread) ?? '');
    if (!isLate) newest.set(thread, deliveryId);
    return isLate ? [deliveryId] : [];
  });
}

/** The kinds of things found, each with its number and its first deliveries; '' where all is well. */
export function tellFindings(findings: Findings): string[] {
  return Object.entries(findings).map(
    ([kind, ids]) => `${kind}: ${ids.length}${ids.length > 0 ? ` (${ids.slice(0, 3).join(' ')} ...)` : ''}`,
  );
}

export const isClean = (findings: Findings) => Object.values(findings).every(ids => ids.length === 0);

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
