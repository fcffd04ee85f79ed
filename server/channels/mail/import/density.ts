/** Thrown where an archive unpacks to far more than it weighs: no archive of mail does (S10). */
export class TooDense extends Error {}

/** How many times its size an archive may unpack to, and what is free of that, in bytes. */
const mostDense = 40;
const freeBytes = 256 * 1024 * 1024;

/** Weighs what comes out of an archive against what went in. */
export function weigh(free = freeBytes) {
  let packed = 0;
  let unpacked = 0;
  return {
    packed(bytes: number): void {
      packed += bytes;
    },
    /** @throws TooDense */
    unpacked(bytes: number): void {
      unpacked += bytes;
      if (unpacked > free + packed * mostDense) throw new TooDense();
    },
  };
}
