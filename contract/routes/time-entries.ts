import { z } from 'zod';
import { id, idParams, ticketParams, time } from '../fields.ts';
import { route } from '../route.ts';

const day = z.iso.date();
const minutes = z.number().int().min(1).max(1440);
const currency = z.string().regex(/^[A-Z]{3}$/);
/** In the smallest unit of the currency: 6500 with EUR is 65 euros an hour. */
const hourlyRate = z.number().int().min(0).max(100_000_000);

/** Money in the smallest unit of its currency. */
export const amount = z.object({ minor: z.number().int(), currency });

export const timeEntry = z.object({
  id,
  agentId: id,
  day,
  minutes,
  note: z.string(),
  isBillable: z.boolean(),
  /** What an hour cost when the time was noted; null where no rate was set. */
  rate: z.object({ hourly: hourlyRate, currency }).nullable(),
  /** What the entry comes to; null where it is not billable or has no rate. */
  amount: amount.nullable(),
});

export const timer = z.object({ ticketNumber: z.number().int(), subject: z.string(), startedAt: time });

export const timeRate = z.object({
  id,
  agentId: id.nullable(),
  organisation: z.object({ id, name: z.string() }).nullable(),
  hourly: hourlyRate,
  currency,
});

const entryInput = z.object({
  minutes,
  day,
  note: z.string().trim().max(1000).default(''),
  isBillable: z.boolean(),
});

const period = z.object({
  from: day,
  until: day,
  agentId: id.optional(),
  organisationId: id.optional(),
});

/** A line of the report: an agent, an organisation or a ticket with what it came to. */
const reportLine = z.object({
  key: z.string(),
  label: z.string(),
  ticketNumber: z.number().int().nullable(),
  entries: z.number().int(),
  billableMinutes: z.number().int(),
  otherMinutes: z.number().int(),
  amounts: z.array(amount),
});

export const reportGroups = ['agent', 'organisation', 'ticket'] as const;
export type ReportGroup = (typeof reportGroups)[number];

export const timeEntryRoutes = {
  list: route({
    method: 'GET',
    path: '/tickets/:ticket/time',
    right: 'tickets.read',
    summary: 'Time spent on the ticket, with its totals (ZOH-16)',
    params: ticketParams,
    reply: z.object({
      entries: z.array(timeEntry),
      billableMinutes: z.number().int(),
      otherMinutes: z.number().int(),
      amounts: z.array(amount),
    }),
  }),
  add: route({
    method: 'POST',
    path: '/tickets/:ticket/time',
    right: 'tickets.work',
    summary: 'Notes time that I spent on the ticket',
    params: ticketParams,
    body: entryInput,
    reply: timeEntry,
  }),
  edit: route({
    method: 'PATCH',
    path: '/time-entries/:id',
    right: 'tickets.work',
    summary: 'Changes an entry of mine',
    params: idParams,
    body: entryInput,
    reply: timeEntry,
  }),
  remove: route({
    method: 'DELETE',
    path: '/time-entries/:id',
    right: 'tickets.work',
    summary: 'Removes an entry of mine',
    params: idParams,
  }),
  timer: route({
    method: 'GET',
    path: '/timer',
    right: 'tickets.read',
    summary: 'The clock that I let run',
    reply: z.object({ timer: timer.nullable() }),
  }),
  startTimer: route({
    method: 'POST',
    path: '/tickets/:ticket/timer',
    right: 'tickets.work',
    summary: 'Starts my clock on the ticket; one that runs elsewhere is stopped and noted there',
    params: ticketParams,
    reply: z.object({ timer }),
  }),
  stopTimer: route({
    method: 'DELETE',
    path: '/timer',
    right: 'tickets.work',
    summary: 'Stops my clock and notes the time',
  }),
  report: route({
    method: 'GET',
    path: '/time-report',
    right: 'time.report',
    summary: 'Time of a period by agent, organisation or ticket',
    query: period.extend({ by: z.enum(reportGroups).default('agent') }),
    reply: z.object({ lines: z.array(reportLine), isCut: z.boolean() }),
  }),
  export: route({
    method: 'GET',
    path: '/time-report/csv',
    right: 'time.report',
    summary: 'The entries of a period as a table for invoicing (CSV)',
    query: period,
    reply: z.object({ name: z.string(), csv: z.string() }),
  }),
  rates: route({
    method: 'GET',
    path: '/time-rates',
    right: 'settings.manage',
    summary: 'What an hour costs, by agent and by organisation',
    reply: z.object({
      rates: z.array(timeRate),
      organisations: z.array(z.object({ id, name: z.string() })),
    }),
  }),
  setRate: route({
    method: 'PUT',
    path: '/time-rates',
    right: 'settings.manage',
    summary: 'Sets what an hour of an agent or for an organisation costs from now on',
    body: z
      .object({ agentId: id.nullable(), organisationId: id.nullable(), hourly: hourlyRate, currency })
      .refine(rate => (rate.agentId === null) !== (rate.organisationId === null), { path: ['agentId'] }),
  }),
  removeRate: route({
    method: 'DELETE',
    path: '/time-rates/:id',
    right: 'settings.manage',
    summary: 'Removes a rate; entries keep what they have',
    params: idParams,
  }),
};
