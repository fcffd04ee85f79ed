import { describe, expect, it } from 'vitest';
import { htmlToText } from './html-text.ts';
import { splitReply } from './reply-text.ts';

const of = (text: string) => splitReply({ text, html: null });
const ofHtml = (html: string) => splitReply({ text: htmlToText(html), html });

describe('splitReply: text', () => {
  it.each([
    ['English', 'On Tue, 3 May 2024 at 10:00, Support <help@example.org> wrote:'],
    [
      'English, wrapped',
      'On Tue, 3 May 2024 at 10:00, The Support Team of Example\n<help@example.org> wrote:',
    ],
    ['French', 'Le mar. 3 mai 2024 à 10:00, Support <help@example.org> a écrit :'],
    ['French, no address', 'Le 3 mai 2024 à 10:00, Support a écrit :'],
    ['German', 'Am Di., 3. Mai 2024 um 10:00 Uhr schrieb Support <help@example.org>:'],
    ['Spanish', 'El mar, 3 may 2024 a las 10:00, Support (<help@example.org>) escribió:'],
    ['Italian', 'Il giorno mar 3 mag 2024 alle ore 10:00 Support <help@example.org> ha scritto:'],
    ['Portuguese', 'Em ter., 3 de mai. de 2024 às 10:00, Support <help@example.org> escreveu:'],
    ['Dutch', 'Op di 3 mei 2024 om 10:00 schreef Support <help@example.org>:'],
    ['Polish', 'wt., 3 maj 2024 o 10:00 Support <help@example.org> napisał(a):'],
    ['Swedish', 'Den tis 3 maj 2024 kl 10:00 skrev Support <help@example.org>:'],
    ['Russian', 'вт, 3 мая 2024 г. в 10:00, Support <help@example.org>:'],
    ['Japanese', '2024年5月3日(火) 10:00 Support <help@example.org>:'],
    [
      'Outlook',
      'From: Support <help@example.org>\nSent: Tuesday, May 3, 2024 10:00 AM\nTo: Anna\nSubject: Re: Bike',
    ],
    [
      'Outlook, French',
      'De : Support <help@example.org>\nEnvoyé : mardi 3 mai 2024 10:00\nÀ : Anna\nObjet : RE: Vélo',
    ],
    [
      'Outlook, no address',
      '________________________________\nVon: Support\nGesendet: Dienstag, 3. Mai 2024\nAn: Anna\nBetreff: AW: Rad',
    ],
    ['divider', '-----Original Message-----'],
    ['French divider', '-------- Message d’origine --------'.replace('’', "'")],
    ['desk marker', '##- Please type your reply above this line -##'],
  ])('LUM-04 finds the new words above a quote: %s', (_name, attribution) => {
    for (const quote of ['> We will look at it.\n> Support', 'We will look at it.\nSupport']) {
      const split = of(`It still squeaks.\n\nBest regards,\nAnna\n\n${attribution}\n\n${quote}\n`);
      expect(split.newText).toBe('It still squeaks.\n\nBest regards,\nAnna');
      expect(split.quotedText).toContain('We will look at it.');
    }
  });

  it.each([
    ['answers point by point', 'On 3 May 2024, B <b@example.org> wrote:\n> one?\n\nyes\n\n> two?\n\nno'],
    ['a quote and nothing else', '> only this'],
    ['a journey', 'Please book:\nFrom: Paris\nTo: Lyon\nDate: 3 May 2024\nThanks'],
    ['words about writing', 'On Monday I wrote:\nmy bike is broken\nand nobody answered'],
    ['own list of points', 'Because:\n-- first\n-- second\n\nThanks'],
    ['a long text under dashes', `Hello\n--\n${'This is what happened in detail today.\n'.repeat(20)}`],
    ['a sentence about a phone', 'Photo attached.\n\nSent from my desk, it is easier than my phone.'],
  ])('shows everything when in doubt: %s', (_name, text) => {
    expect(of(text).newText).toBe(text.trim());
  });

  it('keeps an answer under the quote', () => {
    expect(of('On 3 May 2024, B <b@example.org> wrote:\n> Which size?\n\nSize 42, please.').newText).toBe(
      'Size 42, please.',
    );
  });

  it.each([
    '-- \nAnna\n+33 1 23 45 67 89',
    'Sent from my iPhone',
    'Envoyé de mon iPhone',
    'Von meinem Mobilgerät gesendet',
    'Get Outlook for iOS <https://aka.ms/x>',
  ])('sets the signature apart: %s', signature => {
    const split = of(`It works.\n\n${signature}\n\nOn 3 May 2024, B <b@example.org> wrote:\n> x`);
    expect([split.newText, split.signature]).toEqual(['It works.', signature]);
  });

  it('shows a forward whose sender only pointed at it', () => {
    const text =
      'FYI\n\n---------- Forwarded message ---------\nFrom: C <c@example.org>\nDate: today\n\nMy bike broke';
    expect(of(text).newText).toBe(text);
    expect(of(text.replace('FYI', 'Please order him a new wheel')).newText).toBe(
      'Please order him a new wheel',
    );
  });

  it('loses not one word between new text, quote and signature', () => {
    const text =
      'Hello\n\n-- \nAnna\n\nOn 3 May 2024, B <b@example.org> wrote:\n> Which size?\n\n42\n\nSent from my iPhone\n';
    const split = of(text);
    const all = [split.newText, split.quotedText, split.signature].join('\n');
    const count = (value: string) => value.split(/\s+/).filter(Boolean).sort().join(' ');
    expect(count(all)).toBe(count(text));
  });
});

describe('splitReply: HTML', () => {
  it.each([
    [
      'Gmail',
      '<div class="gmail_quote"><div class="gmail_attr">On X wrote:<br></div><blockquote class="gmail_quote">old</blockquote></div>',
    ],
    [
      'Thunderbird',
      '<div class="moz-cite-prefix">Le 03/05/2024 à 10:00, B a écrit :</div><blockquote type="cite">old</blockquote>',
    ],
    [
      'Apple Mail',
      '<div><br><blockquote type="cite"><div>On 3 May 2024, at 10:00, B &lt;b@x.org&gt; wrote:</div><div>old</div></blockquote></div>',
    ],
    ['Outlook on the web', '<hr tabindex="-1"><div id="divRplyFwdMsg"><b>From:</b> B</div><div>old</div>'],
    [
      'Outlook',
      '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>De :</b> B<br><b>Envoyé :</b> mardi</p></div><p>old</p>',
    ],
    ['Outlook, quoted again', '<div id="x_divRplyFwdMsg"><b>From:</b> B</div><div>old</div>'],
    ['Yahoo', '<div class="yahoo_quoted"><div>On Tuesday, B wrote:</div><div>old</div></div>'],
    ['Proton', '<div class="protonmail_quote">On Tuesday, B wrote:<blockquote>old</blockquote></div>'],
    ['GMX', '<div name="quote"><b>Gesendet:</b> heute<br>old</div>'],
    ['Zimbra', '<hr id="zwchr"><div>old</div>'],
    [
      'unknown program',
      '<div>On 3 May 2024 10:00, B &lt;b@example.org&gt; wrote:</div><blockquote>old</blockquote>',
    ],
  ])('LUM-04 finds the new words: %s', (_name, history) => {
    const split = ofHtml(`<html><body><div>It <b>still</b> squeaks.</div>${history}</body></html>`);
    expect(split.newText).toBe('It still squeaks.');
    expect(split.newHtml).toContain('It <b>still</b> squeaks.');
    expect(split.newHtml).not.toContain('old');
    expect(split.quotedHtml).toContain('old');
    expect(split.quotedHtml).not.toContain('squeaks');
  });

  it("shows a quote that is the writer's own emphasis", () => {
    const html = '<p>You wrote:</p><blockquote>free returns</blockquote><p>so I returned it</p>';
    expect(ofHtml(html).newHtml).toBe(html);
  });

  it('keeps pictures of the new part', () => {
    const split = ofHtml('<p>See <img src="cid:a"></p><div class="gmail_quote">old<img src="cid:b"></div>');
    expect(split.newHtml).toContain('cid:a');
    expect(split.newHtml).not.toContain('cid:b');
  });
});

describe('S11 every pattern is linear in the length of the mail', () => {
  const MB = 1024 * 1024;
  it.each([
    ['>', '>'],
    ['quoted lines', '> \n'],
    ['blanks', ' '],
    ['blank lines', ' \n'],
    ['attributions', 'On Mon, 1 Jan 2024 at 10:00, Bob <b@example.org> wrote:\n'],
    ['one line of attributions', 'On Mon, 1 Jan 2024 at 10:00, Bob <b@example.org> wrote: '],
    ['attributions with quotes', 'On Mon, 1 Jan 2024 at 10:00, Bob <b@example.org> wrote:\n> a\n\nb\n\n'],
    ['dashes', '-'],
    ['addresses', 'a@b.'],
    ['Sent from my', 'Sent from my '],
    ['On', 'On '],
    ['angle brackets', '<'],
  ])('S11 1 MB of %s takes less than 200 ms of processor', (_name, piece) => {
    const text = `x\n${piece.repeat(Math.ceil(MB / piece.length))}\nx`;
    // The best of three: what a pattern costs by itself, not beside what else the processor's core is doing.
    const costs = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      splitReply({ text, html: null });
      return process.cpuUsage(start).user / 1000;
    });
    expect(Math.min(...costs)).toBeLessThan(200);
  });
});
