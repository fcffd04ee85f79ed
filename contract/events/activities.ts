import { z } from 'zod';
import { id } from '../fields.ts';

const facts = z.object({ activityId: id, activity: z.enum(['task', 'call', 'event']) });

export const activityEvents = {
  'activity.added': facts,
  'activity.edited': facts,
  'activity.done': facts,
  'activity.reopened': facts,
  'activity.removed': facts,
  'activity.reminded': facts,
};
