import { describe, expect, it } from 'vitest';
import { parseMail } from './parse.ts';

const paris = `BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
`;

function entryOf(event: string, { method = 'REQUEST', zones = '' } = {}) {
  const raw = `From: Ann <ann@example.org>
Subject: Invitation
Content-Type: text/calendar; charset=utf-8; method=${method}

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y
METHOD:${method}
${zones}BEGIN:VEVENT
UID:1
${event}
END:VEVENT
END:VCALENDAR
`;
  return parseMail(Buffer.from(raw.replaceAll('\n', '\r\n'))).mail!.calendar;
}

const times = (event: string, zones?: string) => {
  const entry = entryOf(event, { zones });
  return [entry?.start, entry?.end];
};

describe('CHP-08 a calendar part of a mail', () => {
  it('tells what, when, where and who', () => {
    const event = `DTSTART:20261201T090000Z
DTEND:20261201T100000Z
SUMMARY:Visit of the
  technician\\, with keys
LOCATION:12 rue de la Paix
RRULE:FREQ=WEEKLY
ORGANIZER;CN=Ann Martin:mailto:ann@example.org`;
    expect(entryOf(event)).toEqual({
      method: 'invites',
      answer: null,
      title: 'Visit of the technician, with keys',
      start: '2026-12-01T09:00:00.000Z',
      end: '2026-12-01T10:00:00.000Z',
      place: '12 rue de la Paix',
      organiser: 'Ann Martin',
      repeats: true,
    });
  });

  it.each([
    [
      'a zone of its own',
      'DTSTART;TZID=Romance Standard Time:20260701T100000',
      paris,
      '2026-07-01T08:00:00.000Z',
    ],
    ['a zone only named', 'DTSTART;TZID=Europe/Paris:20260701T100000', '', '2026-07-01T08:00:00.000Z'],
    [
      'the hour after clocks change',
      'DTSTART;TZID=Europe/Paris:20261025T033000',
      '',
      '2026-10-25T02:30:00.000Z',
    ],
    ['a zone nobody knows', 'DTSTART;TZID=Middle of Nowhere:20260701T100000', '', '2026-07-01T10:00'],
    ['no zone', 'DTSTART:20260701T100000', '', '2026-07-01T10:00'],
    ['a whole day', 'DTSTART;VALUE=DATE:20260701', '', '2026-07-01'],
  ])('tells the moment in %s', (_, event, zones, start) => {
    expect(times(event, zones)[0]).toBe(start);
  });

  it('tells the end by its length too', () => {
    expect(times('DTSTART:20260701T100000Z\nDURATION:PT90M')[1]).toBe('2026-07-01T11:30:00.000Z');
    expect(times('DTSTART:20260701T100000Z')[1]).toBeNull();
  });

  it('tells an end and an answer from an invitation', () => {
    const start = 'DTSTART:20260701T100000Z';
    expect(entryOf(start, { method: 'CANCEL' })?.method).toBe('cancels');
    expect(entryOf(`${start}\nSTATUS:CANCELLED`)?.method).toBe('cancels');
    expect(entryOf(start, { method: 'PUBLISH' })?.method).toBe('tells');
    const answer = entryOf(`${start}\nATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.org`, { method: 'REPLY' });
    expect([answer?.method, answer?.answer]).toEqual(['answers', 'declined']);
  });

  it('gives nothing where nothing can be read, and the mail stays one', () => {
    expect(entryOf('SUMMARY:When?')).toBeNull();
    expect(entryOf('DTSTART:tomorrow at ten')).toBeNull();
  });
});
