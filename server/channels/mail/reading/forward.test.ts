import { describe, expect, it } from 'vitest';
import { readForward } from './forward.ts';
import { splitReply } from './reply-text.ts';

const BLOCK =
  'From: Carl <carl@example.org>\nDate: Tue, 3 May 2024 10:00\nSubject: Broken wheel\nTo: <shop@example.org>';

describe('readForward', () => {
  it.each([
    ['Gmail', `---------- Forwarded message ---------\n${BLOCK}\n\nIt broke.\n\nCarl`],
    ['Apple Mail', `Begin forwarded message:\n\n${BLOCK.replace(/^/gm, '> ')}\n>\n> It broke.\n>\n> Carl`],
    ['Outlook', `${BLOCK}\n\nIt broke.\n\nCarl`],
    ['divider', `-----Original Message-----\n${BLOCK}\n\n\nIt broke.\n\nCarl`],
    ['bold headers', `${BLOCK.replace(/^(\w+:)/gm, '*$1*')}\n\nIt broke.\n\nCarl`],
  ])('LUM-32 reads the inner mail: %s', (_name, inner) => {
    expect(
      readForward({ lines: `Please handle.\n\n${inner}\n`.split('\n'), subject: 'Fwd: Broken wheel' }),
    ).toEqual({
      top: 'Please handle.',
      from: 'Carl <carl@example.org>',
      fromAddress: 'carl@example.org',
      subject: 'Broken wheel',
      date: 'Tue, 3 May 2024 10:00',
      to: '<shop@example.org>',
      cc: '',
      text: 'It broke.\n\nCarl',
    });
  });

  it('reads a French one in HTML', () => {
    const html =
      '<div>Voir</div><div>-------- Message transféré --------</div><table><tr><th>Sujet : </th><td>Roue</td></tr><tr><th>Date : </th><td>3 mai 2024</td></tr><tr><th>De : </th><td>Carl &lt;carl@example.org&gt;</td></tr><tr><th>Pour : </th><td>shop@example.org</td></tr></table><p>Cassée</p>';
    const found = readForward({ lines: splitReply({ text: '', html }).lines, subject: 'Fwd: Roue' });
    expect(found).toMatchObject({
      top: 'Voir',
      subject: 'Roue',
      fromAddress: 'carl@example.org',
      text: 'Cassée',
    });
  });

  it('takes the history of an answer for no forward', () => {
    const text = `Thanks!\n\n${BLOCK}\n\nold`;
    expect(readForward({ lines: text.split('\n'), subject: 'RE: Broken wheel' })).toBeNull();
    expect(readForward({ lines: text.split('\n'), subject: 'Broken wheel', isReply: true })).toBeNull();
    expect(readForward({ lines: 'Just a question'.split('\n'), subject: 'Fwd: x' })).toBeNull();
  });
});
