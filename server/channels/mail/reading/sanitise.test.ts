import { describe, expect, it } from 'vitest';
import { sanitise } from './sanitise.ts';

describe("S12 a mail's HTML is inert once stored", () => {
  it.each([
    ['script', 'a<script>alert(1)</script>b', 'ab'],
    ['handlers', '<p onclick="x()">a</p>', '<p>a</p>'],
    ['forms', '<form action="/x"><input name="a">b</form>', 'b'],
    ['svg', 'a<svg><script>alert(1)</script></svg>b', 'ab'],
    ['math', 'a<math><mtext></mtext></math>b', 'ab'],
    ['frames', 'a<iframe src="https://x.example"></iframe>b', 'ab'],
    ['style sheets', '<style>p{color:red}</style><p>a</p>', '<p>a</p>'],
    ['base and meta', '<base href="//x"><meta http-equiv="refresh" content="0">a', 'a'],
    ['comments', 'a<!--[if mso]><b>x</b><![endif]-->b', 'ab'],
  ])('S12 removes %s', (_name, html, expected) => {
    expect(sanitise(html)).toBe(expected);
  });

  it('S12 keeps harmless styles, drops positions and anything that fetches', () => {
    const html =
      '<p style="color:#f00;position:fixed;background:url(//x/y);font-family:Arial, sans-serif">a</p>';
    expect(sanitise(html)).toBe('<p style="color:#f00;font-family:Arial, sans-serif">a</p>');
  });

  it('S12 changes nothing at a second pass', () => {
    const html = '<p align="left">a<img src="https://x.example/p.gif"><a href="https://x.example">b</a></p>';
    const once = sanitise(html) ?? '';
    expect(sanitise(once)).toBe(once);
  });
});

describe('S13 links and images', () => {
  it.each([
    'javascript:alert(1)',
    ' jav&#x09;ascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    '//x.example',
    'file:///etc/passwd',
  ])('S13 a link to %s leads nowhere', href => {
    expect(sanitise(`<a href="${href}">a</a>`)).toBe('<a>a</a>');
  });

  it('S13 a link opens apart and tells nothing', () => {
    expect(sanitise('<a href="https://x.example/a?b=c">a</a>')).toBe(
      '<a href="https://x.example/a?b=c" rel="noopener noreferrer nofollow" target="_blank">a</a>',
    );
  });

  it('S13 remote images are parked, files of the mail and small pictures stay', () => {
    expect(sanitise('<img src="https://x.example/p.gif" alt="a">')).toBe(
      '<img alt="a" data-remote-src="https://x.example/p.gif" />',
    );
    expect(sanitise('<img src="//x.example/p.gif">')).toBe(
      '<img data-remote-src="https://x.example/p.gif" />',
    );
    expect(sanitise('<img src="cid:logo@x">')).toBe('<img src="cid:logo@x" />');
    expect(sanitise('<img src="data:image/png;base64,iVBORw0=">')).toBe(
      '<img src="data:image/png;base64,iVBORw0=" />',
    );
  });

  it.each([
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html;base64,PHN2Zz4=',
    'javascript:x',
    'http:x',
    '/local.png',
  ])('S13 an image from %s is not loaded', src => {
    expect(sanitise(`<img src="${src}">`)).toBe('<img />');
  });
});
