/** One line of the table. */
export interface Outcome {
  what: string;
  tickets: number;
  unit: 'ms' | 'mails/s' | 'reports/s' | 'MB';
  /** For rates the only figure is `p50`. */
  p50: number;
  p95: number | null;
  floor: { p50: number; p95: number | null } | null;
  /** Product by floor: at p95 for times, of the rates themselves for rates. */
  ratio: number | null;
  aim: string;
  /** null where nothing is aimed at. */
  isMet: boolean | null;
  /** By how much an aim was missed, in words. */
  missedBy: string;
}

interface Given {
  what: string;
  tickets: number;
  unit: Outcome['unit'];
  p50: number;
  p95?: number;
  floor?: { p50: number; p95?: number };
}

type Aim = { ratioAtMost: number } | { ratioAtLeast: number } | { below: number } | null;

/** Judges a measured figure by its aim: the ratio to its floor, or an upper bound of its p95 (of p50 without one). */
export function outcomeOf(given: Given, aim: Aim): Outcome {
  const { floor } = given;
  const value = given.p95 ?? given.p50;
  const ratio = floor ? value / (floor.p95 ?? floor.p50) : null;
  const base = {
    ...given,
    p95: given.p95 ?? null,
    floor: floor ? { p50: floor.p50, p95: floor.p95 ?? null } : null,
    ratio,
  };
  if (!aim) return { ...base, aim: '', isMet: null, missedBy: '' };
  if ('below' in aim) return { ...base, ...verdict(value, aim.below, `< ${aim.below} ${given.unit}`) };
  if ('ratioAtMost' in aim)
    return { ...base, ...verdict(ratio!, aim.ratioAtMost, `<= ${aim.ratioAtMost} x floor`) };
  return { ...base, ...verdict(1 / ratio!, 1 / aim.ratioAtLeast, `>= ${aim.ratioAtLeast} x floor`) };
}

function verdict(value: number, most: number, aim: string) {
  const isMet = value <= most;
  return { aim, isMet, missedBy: isMet ? '' : `${Math.round((value / most - 1) * 100)} %` };
}

const growthAim = 1.5;

/** How the cost grows from the smallest to the largest size, for what was measured at both with a floor (p95). */
export function growthOf(outcomes: Outcome[], from: number, to: number): Outcome[] {
  if (from === to) return [];
  return outcomes
    .filter(small => small.tickets === from && small.p95 !== null && small.floor !== null)
    .flatMap(small => {
      const large = outcomes.find(one => one.tickets === to && one.what === small.what);
      if (!large?.p95) return [];
      const given = {
        what: `${small.what}: growth from ${from}`,
        tickets: to,
        unit: small.unit,
        p50: large.p50,
        p95: large.p95,
        floor: { p50: small.p50, p95: small.p95! },
      };
      const aim = small.what.startsWith('search') ? null : { ratioAtMost: growthAim };
      const grown = outcomeOf(given, aim);
      return [{ ...grown, aim: aim ? `<= ${growthAim} x at ${from}` : '' }];
    });
}
