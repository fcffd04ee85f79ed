import { expect, it } from 'vitest';
import { defaultLook, fitting, gridOf, readLook } from './list-look.ts';

it('QCX-09 columns are as they were chosen; what is not known is left out, the subject stays', () => {
  expect(readLook(undefined)).toEqual(defaultLook);
  expect(readLook({ columns: ['segment', 'type', 'status', 'weather', 'type'], density: 'compact' })).toEqual(
    {
      columns: ['subject', 'segment', 'type', 'status'],
      density: 'compact',
    },
  );
  expect(readLook({ columns: 'all', density: 3 })).toEqual(defaultLook);
});

it('a narrow list leaves out what can best be spared, never the subject', () => {
  expect(fitting(defaultLook.columns, 1200)).toEqual(defaultLook.columns);
  expect(fitting(defaultLook.columns, 950)).toEqual([
    'customer',
    'subject',
    'status',
    'priority',
    'assignee',
    'age',
  ]);
  expect(fitting(defaultLook.columns, 100)).toEqual(['subject']);
});

it('the grid gives the subject what is left', () => {
  expect(gridOf(['subject', 'status'])).toBe('auto 24px minmax(220px, 1fr) 116px');
});
