import { z } from 'zod';

export const resolutionEvents = {
  'resolution.saved': z.object({ version: z.number().int(), tellsContact: z.boolean() }),
};
