import type { Story } from '../story.ts';
import { longClosedEn } from './long-closed-en.ts';
import { longClosedFr } from './long-closed-fr.ts';
import { openGroups } from './open-groups.ts';
import { openOrders } from './open-orders.ts';
import { openRepairs } from './open-repairs.ts';
import { solvedThisWeekEn } from './solved-this-week-en.ts';
import { solvedThisWeekFr } from './solved-this-week-fr.ts';
import { thisMorning } from './this-morning.ts';
import { waitingForCustomersEn } from './waiting-for-customers-en.ts';
import { waitingForCustomersFr } from './waiting-for-customers-fr.ts';
import { waitingTooLong } from './waiting-too-long.ts';

/** Every ticket of the sample company. */
export const stories: readonly Story[] = [
  ...thisMorning,
  ...waitingTooLong,
  ...openRepairs,
  ...openOrders,
  ...openGroups,
  ...waitingForCustomersFr,
  ...waitingForCustomersEn,
  ...solvedThisWeekFr,
  ...solvedThisWeekEn,
  ...longClosedFr,
  ...longClosedEn,
];
