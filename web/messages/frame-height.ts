/** Height of the measuring frame in pixels: what claims no more has not been laid out yet. */
const gauge = 16;
/** Heights a mail may claim, in pixels; beyond, the frame scrolls by itself. */
const least = 24;
const most = 20_000;

/** The height that a measuring frame tells, or undefined for anything else that arrives by postMessage (S12). */
export function heightOf(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { guichetFrame, height } = data as Record<string, unknown>;
  if (guichetFrame !== true || typeof height !== 'number' || !Number.isFinite(height) || height <= gauge) {
    return undefined;
  }
  return Math.min(most, Math.max(least, Math.ceil(height)));
}

export interface FrameLook {
  images: 'blocked' | 'shown';
  part: 'new' | 'whole';
  theme: 'light' | 'dark';
  mode: 'show' | 'measure';
}

/** The address of the frame with what it shall show. Takes message.frameUrl, which may carry a query already. */
export function frameAddress(frameUrl: string, look: FrameLook): string {
  const [path, query] = frameUrl.split('?');
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(look)) search.set(name, value);
  return `${path}?${search}`;
}
