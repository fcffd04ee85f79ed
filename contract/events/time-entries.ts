import { z } from 'zod';
import { id } from '../fields.ts';

export const timeEntryEvents = {
  'time.added': z.object({ entryId: id }),
  'time.edited': z.object({ entryId: id }),
  'time.removed': z.object({ entryId: id }),
};
