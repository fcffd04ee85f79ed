import {
  IconCircleCheck,
  IconClockPause,
  IconHourglass,
  IconInbox,
  IconLayoutKanban,
  IconMailExclamation,
  IconRss,
  IconStack2,
  IconUser,
} from '@tabler/icons-react';

/** The views of the rail, in the order of a day's work. `key` follows `g`. */
export const railViews = [
  { name: 'inbox', to: '/w/$slug/inbox', icon: IconInbox, isCounted: true, key: 'i' },
  { name: 'mine', to: '/w/$slug/mine', icon: IconUser, isCounted: true, key: 'm' },
  { name: 'unanswered', to: '/w/$slug/unanswered', icon: IconMailExclamation, isCounted: true, key: 'u' },
  { name: 'pending', to: '/w/$slug/pending', icon: IconHourglass, isCounted: true, key: 'p' },
  { name: 'on-hold', to: '/w/$slug/on-hold', icon: IconClockPause, isCounted: true, key: 'h' },
  { name: 'closed', to: '/w/$slug/closed', icon: IconCircleCheck, isCounted: false, key: 'c' },
  { name: 'all', to: '/w/$slug/all', icon: IconStack2, isCounted: false, key: 'a' },
  { name: 'board', to: '/w/$slug/board', icon: IconLayoutKanban, isCounted: false, key: 'b' },
  { name: 'feed', to: '/w/$slug/feed', icon: IconRss, isCounted: false, key: 'f' },
] as const;
