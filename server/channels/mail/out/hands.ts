// The worker has few hands, shared by all mail servers. One that is slow or away must not hold them all.

const mostForTheSlow = 3;
const quickForMs = 10_000;

/** Counts what is under way per server. */
export function countHands(now: () => number = Date.now) {
  const servers = new Map<string, { underWay: number; answeredAt: number }>();
  const at = (key: string) => {
    const known = servers.get(key) ?? { underWay: 0, answeredAt: Number.NEGATIVE_INFINITY };
    servers.set(key, known);
    return known;
  };
  return {
    /** Whether a server that has not answered for a while has its share of hands already. */
    isBusy: (key: string) => at(key).underWay >= mostForTheSlow && now() - at(key).answeredAt > quickForMs,

    /** Does work for a server; an answer of any kind shows that it is quick. */
    async lend<T>(key: string, work: () => Promise<T>): Promise<T> {
      const server = at(key);
      server.underWay++;
      try {
        const result = await work();
        server.answeredAt = now();
        return result;
      } finally {
        server.underWay--;
      }
    },
  };
}
