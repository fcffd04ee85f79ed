import type { Story } from '../story.ts';
import { backInOurCourt } from './back-in-our-court.ts';
import { longClosed } from './long-closed.ts';
import { solvedThisWeek } from './solved-this-week.ts';
import { thisMorning } from './this-morning.ts';
import { waitingForCustomersEn } from './waiting-for-customers-en.ts';
import { waitingForCustomersFr } from './waiting-for-customers-fr.ts';
import { waitingTooLong } from './waiting-too-long.ts';

/** Every ticket of the sample company. */
export const stories: readonly Story[] = [
  ...thisMorning,
  ...waitingTooLong,
  ...backInOurCourt,
  ...waitingForCustomersFr,
  ...waitingForCustomersEn,
  ...solvedThisWeek,
  ...longClosed,
];
