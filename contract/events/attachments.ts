import { z } from 'zod';
import { id } from '../fields.ts';

export const attachmentEvents = {
  'file.added': z.object({ fileIds: z.array(id) }),
  'file.removed': z.object({ fileId: id }),
};
