import { Parser } from 'htmlparser2';

/** Whether elements of this HTML lie more than `limit` deep (S10). Linear: stops looking at the first that does. */
export function isDeeperThan(html: string, limit: number): boolean {
  if (limit === Number.POSITIVE_INFINITY) return false;
  let depth = 0;
  let isDeep = false;
  const parser = new Parser({
    onopentag: () => {
      if (++depth > limit) {
        isDeep = true;
        parser.pause();
        parser.reset();
      }
    },
    onclosetag: () => {
      depth--;
    },
  });
  for (let at = 0; at < html.length && !isDeep; at += 8192) parser.write(html.slice(at, at + 8192));
  return isDeep;
}
