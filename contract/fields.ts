// Schemas that several rooms' routes share, and the fixed lists of the glossary.
import './jitless.ts';
import { z } from 'zod';

export const statuses = [
  'new',
  'open',
  'pending',
  'on_hold',
  'resolved',
  'closed',
  'merged',
  'spam',
  'trashed',
] as const;
export type Status = (typeof statuses)[number];
/** The statuses an agent can choose by hand (D-01; on_hold comes with postponing). */
export const settableStatuses = ['new', 'open', 'pending', 'resolved'] as const;
export const activeStatuses = ['new', 'open', 'pending', 'on_hold'] as const;
/** What is to be done now: what is postponed is out of the way (D-01). */
export const workingStatuses = ['new', 'open', 'pending'] as const;
export const unansweredStatuses = ['new', 'open'] as const;
export const solvedStatuses = ['resolved', 'closed'] as const;
/** Whether nothing can be changed any more: closed for good, or all its messages went to another ticket. */
export const isLocked = (status: Status) => status === 'closed' || status === 'merged';

export const priorities = ['low', 'medium', 'high'] as const;
export type Priority = (typeof priorities)[number];
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
export const channels = ['mail', 'form', 'chat', 'phone', 'agent'] as const;
/** What made a ticket escalated (D-02). */
export const escalationOrigins = ['manual', 'auto', 'sla'] as const;
export const themes = ['system', 'light', 'dark'] as const;

/** Largest file a person may attach, in bytes (LUM-21: 8 MB). */
export const maxFileBytes = 8 * 1024 * 1024;
/** Largest sum of files on one outgoing message, in bytes (D-07). */
export const maxMessageBytes = 25 * 1024 * 1024;
/** Largest sum of files that one zip holds, in bytes. */
export const maxZipBytes = 500 * 1024 * 1024;
/** Age of the oldest unanswered message, in minutes, at which a ticket turns yellow and red (CHP-12). */
export const ageing = { yellowMinutes: 18 * 60, redMinutes: 24 * 60 } as const;
/** What the age of a ticket counts from (D-10): the oldest unanswered message, or the day it came in. */
export const ageBases = ['waiting', 'creation'] as const;
/** Thresholds of age end here: 60 days. */
export const maxAgeMinutes = 60 * 24 * 60;

export const id = z.uuid();
export const time = z.iso.datetime({ offset: true });
export const status = z.enum(statuses);
export const priority = z.enum(priorities);
export const language = z.enum(languages);
export const email = z
  .email()
  .max(254)
  .transform(address => address.trim().toLowerCase());
export const name = z.string().trim().min(1).max(120);
export const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
export const password = z.string().min(12).max(200);
/** A ticket is addressed by its id or by its number in the workspace. */
export const ticketRef = z.union([z.uuid(), z.string().regex(/^\d{1,15}$/)]);
export const ticketParams = z.object({ ticket: ticketRef });
export const idParams = z.object({ id });
export const html = z.string().max(1_000_000);
