// Invitations and their answers (RFC 5545, RFC 5546): what, when, where and who, for people. Nothing is accepted here.
import ICAL from 'ical.js';
import type { CalendarEntry } from '../../../../contract/calendar-entry.ts';
import { partText } from './bodies.ts';
import type { Part } from './mime-tree.ts';

const mostBytes = 256 * 1024;
const longest = 500;

const METHODS: Record<string, CalendarEntry['method']> = {
  request: 'invites',
  cancel: 'cancels',
  reply: 'answers',
};
const ANSWERS = ['accepted', 'declined', 'tentative'] as const;

/** What the first calendar part of a mail is about; null where there is none that can be read. Never throws. */
export function readCalendar(root: Part): CalendarEntry | null {
  const part = findPart(root);
  if (!part) return null;
  try {
    return entryOf(new ICAL.Component(ICAL.parse(partText(part, new Set()))), part.params.method);
  } catch {
    return null;
  }
}

function findPart(part: Part): Part | null {
  if (part.children.length === 0)
    return part.type === 'text/calendar' && part.body.length <= mostBytes ? part : null;
  for (const child of part.children) {
    const found = findPart(child);
    if (found) return found;
  }
  return null;
}

function entryOf(calendar: ICAL.Component, named: string | undefined): CalendarEntry | null {
  const event = calendar.getFirstSubcomponent('vevent');
  const start = event && timeOf(event, 'dtstart');
  if (!event || !start) return null;
  const asked = String(named ?? calendar.getFirstPropertyValue('method') ?? '').toLowerCase();
  const isCancelled = textOf(event, 'status').toLowerCase() === 'cancelled';
  const method = isCancelled ? 'cancels' : (METHODS[asked] ?? 'tells');
  return {
    method,
    answer: method === 'answers' ? answerOf(event) : null,
    title: textOf(event, 'summary'),
    start,
    end: timeOf(event, 'dtend') ?? endByLength(event),
    place: textOf(event, 'location'),
    organiser: personOf(event.getFirstProperty('organizer')),
    repeats: event.hasProperty('rrule') || event.hasProperty('rdate'),
  };
}

function textOf(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longest) : '';
}

function personOf(property: ICAL.Property | null): string {
  const name = property?.getFirstParameter('cn');
  const address = String(property?.getFirstValue() ?? '').replace(/^mailto:/i, '');
  return (name || address).replace(/\s+/g, ' ').trim().slice(0, longest);
}

function answerOf(event: ICAL.Component): CalendarEntry['answer'] {
  const told = event.getFirstProperty('attendee')?.getFirstParameter('partstat')?.toLowerCase();
  return ANSWERS.find(one => one === told) ?? null;
}

function timeOf(event: ICAL.Component, name: string): string | null {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) return null;
  return told(time, property?.getFirstParameter('tzid') ?? null);
}

function endByLength(event: ICAL.Component): string | null {
  const start = event.getFirstProperty('dtstart')?.getFirstValue();
  const length = event.getFirstPropertyValue('duration');
  if (!(start instanceof ICAL.Time) || !(length instanceof ICAL.Duration)) return null;
  const end = start.clone();
  end.addDuration(length);
  return told(end, event.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? null);
}

function told(time: ICAL.Time, zone: string | null): string | null {
  const plain = time.toString();
  if (time.isDate) return plain;
  if (time.zone !== ICAL.Timezone.localTimezone) return time.toJSDate().toISOString();
  return (zone && momentIn(zone, plain)) ?? plain.slice(0, 16);
}

/** The moment of a clock time in a zone that is only named (as many programs do); null for a name nobody knows. */
function momentIn(zone: string, clock: string): string | null {
  const asUtc = Date.parse(`${clock}Z`);
  try {
    // Twice, because the offset at the guessed moment may be that of the other side of a change of clocks.
    const guess = asUtc - offsetAt(zone, asUtc);
    return new Date(asUtc - offsetAt(zone, guess)).toISOString();
  } catch {
    return null;
  }
}

/** Milliseconds that a zone is ahead of UTC. @throws RangeError for an unknown zone */
function offsetAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local - Math.trunc(at / 1000) * 1000;
}
