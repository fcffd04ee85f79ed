import { describe, expect, it } from 'vitest';
import { t } from '../../../contract/i18n/t.ts';
import { forwardedHtml, forwardedSubject } from './forwarded.ts';

const en = (key: string, values?: Record<string, string | number>) => t('en', key, values);

describe('a forwarded message', () => {
  it('names who wrote it and when, and carries its words as text: no markup of theirs gets in', () => {
    const about = { name: 'Anne <anne@client.example>', date: 'Monday', subject: '' };
    const html = forwardedHtml(en, { text: 'One <b>two</b>\n\nthree & four' }, about);
    expect(html).toContain('<p>From: Anne &lt;anne@client.example&gt;</p>');
    expect(html).toContain(
      '<blockquote><p>One &lt;b&gt;two&lt;/b&gt;</p><p>three &amp; four</p></blockquote>',
    );
    expect(html).not.toContain('Subject');
    expect(html.startsWith('<p></p>')).toBe(true);
  });

  it.each([
    'Brakes',
    'Re: Brakes',
    'Fwd: RE: TR : Brakes',
  ])('has one mark before its subject: %s', subject => {
    expect(forwardedSubject(en, subject)).toBe('Fwd: Brakes');
  });
});
