import { describe, expect, it } from 'vitest';
import type { ReadMail } from './mail.ts';
import { parseMail } from './parse.ts';

function read(headers: string, body = 'Hello'): ReadMail {
  const from = /^from:/im.test(headers) ? '' : 'From: Anna <anna@example.org>\n';
  const raw = `${from}To: support@example.com\n${headers}\n\n${body}`.replaceAll('\n', '\r\n');
  return parseMail(Buffer.from(raw)).mail!;
}

function dsn(action: string, status: string, diagnosis: string): ReadMail {
  return read(
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\nContent-Type: multipart/report; report-type=delivery-status; boundary=b',
    `--b\n\nSee below.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; Carl@example.org\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnosis}\n--b--`,
  );
}

describe('S9 automatic answers go to people only', () => {
  it('S9 answers a person', () => {
    expect(read('Subject: My bike\nReturn-Path: <anna@example.org>\nAuto-Submitted: no')).toMatchObject({
      mayAcknowledge: true,
      machine: { autoReply: false, bounce: false, report: null, reason: null },
    });
  });

  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated',
    'Precedence: auto_reply',
    'X-Autoreply: yes',
    'Subject: Automatic reply: My bike',
    'Subject: Réponse automatique : Vélo',
    'Subject: Out of Office: back on Monday',
    'Subject: Abwesenheitsnotiz: Urlaub',
  ])('S9 takes it for a robot: %s', header => {
    const mail = read(header);
    expect([mail.machine.autoReply, mail.machine.bounce, mail.mayAcknowledge]).toEqual([true, false, false]);
  });

  it.each([
    'Return-Path: <>',
    'Precedence: bulk',
    'Precedence: list',
    'Precedence: junk',
    'List-Id: <x.example.org>',
    'List-Unsubscribe: <mailto:x@example.org>',
    'X-Auto-Response-Suppress: OOF, AutoReply',
    'From: noreply@example.org',
    'From: no-reply+x@example.org',
    'From: ne-pas-repondre@example.fr',
    'From: postmaster@example.org',
    'From: MAILER-DAEMON@example.org',
    'From: nobody',
  ])('S9 sends no automatic answer: %s', header => {
    const mail = read(`${header}\nSubject: Hello`);
    expect([mail.mayAcknowledge, mail.machine.bounce]).toEqual([false, false]);
    expect(mail.machine.reason).not.toBeNull();
  });

  it.each([
    'Subject: Automatic gearbox broken',
    'Subject: Undecided',
    'Subject: Re: Undelivered mail, again',
    'From: Rene Oreply <renoreplya@example.org>',
  ])('S9 does not silence a person: %s', header => {
    expect(read(header, 'My parcel could not be delivered, please help').mayAcknowledge).toBe(true);
  });
});

describe('bounces', () => {
  it.each([
    ['failed', '5.1.1', '550 5.1.1 User unknown', true],
    ['failed', '5.1.2', '550 Host unknown', true],
    ['failed', '5.2.2', '552 Mailbox full', false],
    ['failed', '5.0.0', '550 mailbox is over quota', false],
    ['failed', '4.4.7', 'delivery time expired', false],
    ['delayed', '4.0.0', 'connection refused', false],
    ['failed', '5.7.1', '554 refused by policy', null],
  ])('RFC 3464: %s %s %s', (action, status, diagnosis, hard) => {
    const mail = dsn(action, status, diagnosis);
    expect(mail.machine).toMatchObject({
      bounce: true,
      autoReply: true,
      hard,
      recipients: ['carl@example.org'],
    });
    expect([mail.mayAcknowledge, mail.forwarded]).toEqual([false, null]);
  });

  it('RFC 3464: a report of success is no bounce, and is not answered', () => {
    const mail = dsn('delivered', '2.0.0', '250 ok');
    expect(mail.machine).toMatchObject({ bounce: false, hard: null, report: 'delivery' });
    expect(mail.mayAcknowledge).toBe(false);
  });

  it('reads a free-form report', () => {
    const mail = read(
      'From: MAILER-DAEMON@mx.example.net\nReturn-Path: <>\nSubject: failure notice',
      "I'm afraid I wasn't able to deliver your message.\n\n<carl@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nFrom: x@example.com\nour quota is full",
    );
    expect(mail.machine).toMatchObject({ bounce: true, hard: true, recipients: ['carl@example.org'] });
  });

  it('reads an abuse report (RFC 5965) and a read receipt (RFC 8098)', () => {
    const report = (type: string, part: string) =>
      read(
        `From: robot@example.net\nContent-Type: multipart/report; report-type=${type}; boundary=b`,
        `--b\n\nx\n--b\nContent-Type: message/${part}\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: <a@example.org>\n--b--`,
      );
    const abuse = report('feedback-report', 'feedback-report');
    expect(abuse.machine).toMatchObject({ report: 'abuse', bounce: false, recipients: ['a@example.org'] });
    expect(abuse.mayAcknowledge).toBe(false);
    const receipt = report('disposition-notification', 'disposition-notification');
    expect([receipt.machine.report, receipt.mayAcknowledge]).toEqual(['receipt', false]);
  });
});
