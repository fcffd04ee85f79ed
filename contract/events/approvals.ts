import { z } from 'zod';
import { id } from '../fields.ts';

const facts = z.object({ approvalId: id });

export const approvalEvents = {
  'approval.asked': facts,
  'approval.edited': facts,
  'approval.decided': facts.extend({ outcome: z.enum(['accepted', 'rejected']) }),
  'approval.delegated': facts,
  'approval.reminded': facts,
  'approval.withdrawn': facts,
  'approval.expired': facts,
};
