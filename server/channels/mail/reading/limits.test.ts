import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { parseMail } from './parse.ts';

const HEAD = 'From: Anna <anna@example.org>\r\nSubject: Big\r\nMessage-ID: <1@example.org>\r\n';

function stubOf(raw: string, limits = defaultLimits): string | undefined {
  return parseMail(Buffer.from(raw), limits).stub;
}

function nested(depth: number): string {
  let mail = 'Content-Type: text/plain\r\n\r\ninner';
  for (let level = depth; level > 0; level--) {
    mail = `Content-Type: multipart/mixed; boundary=b${level}x\r\n\r\n--b${level}x\r\n${mail}\r\n--b${level}x--\r\n`;
  }
  return HEAD + mail;
}

function multipart(parts: string[]): string {
  return `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.map(part => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
}

describe('S10 limits of one mail: each breach is a stub with its reason, never a throw', () => {
  it('S10 refuses a message over 50 MB, and still tells who wrote it', () => {
    const raw = Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(defaultLimits.messageBytes, 'a')]);
    expect(parseMail(raw)).toEqual({
      stub: 'message-too-big',
      from: { name: 'Anna', address: 'anna@example.org' },
      subject: 'Big',
      messageId: '<1@example.org>',
    });
  });

  it('S10 refuses a header block over 256 KB, in one line or in many', () => {
    expect(stubOf(`${HEAD}X-Long: ${'a'.repeat(257 * 1024)}\r\n\r\nhi`)).toBe('header-too-big');
    expect(stubOf(`${HEAD}X-Fold: a${'\r\n b'.repeat(70_000)}\r\n\r\nhi`)).toBe('header-too-big');
  });

  it('S10 refuses over 1,000 header fields', () => {
    expect(stubOf(`${HEAD}${'X: y\r\n'.repeat(1001)}\r\nhi`)).toBe('too-many-headers');
    expect(stubOf(`${HEAD}${'X: y\r\n'.repeat(900)}\r\nhi`)).toBeUndefined();
  });

  it('S10 refuses over 500 addresses', () => {
    expect(stubOf(`${HEAD}To: ${'a@example.org, '.repeat(501)}b@example.org\r\n\r\nhi`)).toBe(
      'too-many-addresses',
    );
    expect(stubOf(`${HEAD}To: ${'a@example.org, '.repeat(400)}b@example.org\r\n\r\nhi`)).toBeUndefined();
  });

  it('S10 refuses parts nested over 50 deep', () => {
    expect(stubOf(nested(51))).toBe('too-deep');
    expect(parseMail(Buffer.from(nested(50))).mail?.text).toContain('inner');
  });

  it('S10 refuses over 500 parts', () => {
    expect(stubOf(multipart(Array(501).fill('\r\nx')))).toBe('too-many-parts');
  });

  it('S10 refuses over 100 attachments', () => {
    const file = 'Content-Type: application/pdf; name=a.pdf\r\n\r\nx';
    expect(stubOf(multipart(Array(101).fill(file)))).toBe('too-many-attachments');
    expect(parseMail(Buffer.from(multipart(Array(100).fill(file)))).mail?.attachments).toHaveLength(100);
  });

  it('S10 shows HTML over 1 MB as text and keeps it as a file', () => {
    const html = `<p>${'word '.repeat(250_000)}</p>`;
    const { mail } = parseMail(Buffer.from(`${HEAD}Content-Type: text/html\r\n\r\n${html}`));
    expect(mail?.notices).toContain('html-too-large');
    expect(mail?.safeHtml).toBeNull();
    expect(mail?.text).toContain('word word');
    expect(mail?.attachments.map(file => [file.name, file.size])).toEqual([['message.html', html.length]]);
  });

  it('S10 shows HTML over 1,000 levels as text and keeps it as a file', () => {
    const html = `${'<div>'.repeat(1001)}deep${'</div>'.repeat(1001)}`;
    const { mail } = parseMail(Buffer.from(`${HEAD}Content-Type: text/html\r\n\r\n${html}`));
    expect(mail?.notices).toContain('html-too-deep');
    expect(mail?.text.trim()).toBe('deep');
    expect(mail?.newText).toContain('deep');
    expect(mail?.attachments).toHaveLength(1);
  });
});
