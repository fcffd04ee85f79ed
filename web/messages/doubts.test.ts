import { describe, expect, it } from 'vitest';
import { doubtsOf } from './doubts.ts';

const around = { known: ['@client.example', 'anne@gmail.com'], notes: [], said: [] };
const reply = (html: string, change: object = {}) => ({ html, hasFiles: false, recipients: [], ...change });

describe('a file is announced and none is there', () => {
  it.each([
    ['Vous trouverez ci-joint le devis.', 'ci-joint'],
    ['Les photos ci-jointes suffisent.', 'ci-jointes'],
    ['Voici la facture CI‑JOINTE', 'CI‑JOINTE'],
    ['Le plan est en pièce jointe.', 'en pièce jointe'],
    ['Le plan est en pie\u0300ces jointes.', 'en pièces jointes'],
    ['La notice jointe à ce message', 'jointe à ce'],
    ['Je vous joins le bon.', 'Je vous joins'],
    ['Vous la verrez dans l’annexe.', 'dans l’annexe'],
    ['Please find attached the quote.', 'attached'],
    ['See the attachment', 'attachment'],
    ['The form is enclosed.', 'enclosed'],
    ['<p>Le devis est <strong>ci</strong>-joint</p>', null],
    ['<blockquote>Vous trouverez ci-joint</blockquote><p>Merci.</p>', null],
    ['<blockquote><blockquote>ci-joint</blockquote>attached</blockquote>Merci.', null],
    ['Nous avons rejoint votre avis.', null],
    ['La pièce attend au comptoir.', null],
    ['Un joint de culasse, à ce prix ?', null],
    ['', null],
  ])('asks about %j: %j', (html, words) => {
    expect(doubtsOf(reply(html), around)).toEqual(words ? [{ kind: 'file', words }] : []);
  });

  it('does not ask when a file or an image is there', () => {
    expect(doubtsOf(reply('ci-joint', { hasFiles: true }), around)).toEqual([]);
    expect(doubtsOf(reply('<p>ci-joint <img src="/files/x"></p>'), around)).toEqual([]);
  });
});

describe('words of an internal note', () => {
  const notes = ['Attention : cette cliente paie toujours en retard, ne rien lui avancer.'];
  it.each([
    [
      '<p>Bonjour, cette cliente paie toujours en retard, dit-on.</p>',
      'cette cliente paie toujours en retard',
    ],
    ['Cette   CLIENTE paie, toujours en retard !', 'Cette CLIENTE paie, toujours en retard'],
    ['<p>cette cliente <em>paie</em> toujours</p><p>en retard</p>', 'cette cliente paie toujours en retard'],
    ['Cette cliente paie toujours bien.', null],
    ['Rien en commun avec quoi que ce soit.', null],
  ])('LUM-34 %j shares %j', (html, words) => {
    expect(doubtsOf(reply(html), { ...around, notes })).toEqual(words ? [{ kind: 'note', words }] : []);
  });

  it('LUM-34 what was said openly may be said again', () => {
    const said = ['Je sais que cette cliente paie toujours en retard.'];
    const html = 'cette cliente paie toujours en retard';
    expect(doubtsOf(reply(html), { ...around, notes, said })).toEqual([]);
  });

  it('LUM-34 shows no more than the first twelve words', () => {
    const long = Array.from({ length: 40 }, (_, i) => `mot${i}`).join(' ');
    expect(doubtsOf(reply(long), { ...around, notes: [long] })).toEqual([
      { kind: 'note', words: long.split(' ').slice(0, 12).join(' ') },
    ]);
  });
});

describe('an address that is new to the ticket', () => {
  it.each([
    [['anne@client.example', 'ines@client.example'], null],
    [['anne@gmail.com'], null],
    [['autre@gmail.com'], ['autre@gmail.com']],
    [['anne@client.example', 'anne@clent.example'], ['anne@clent.example']],
  ])('%j: asks about %j', (recipients, addresses) => {
    expect(doubtsOf(reply('Bonjour', { recipients }), around)).toEqual(
      addresses ? [{ kind: 'domain', addresses }] : [],
    );
  });
});

describe('a canned reply with gaps', () => {
  it('LIV-19 is asked about by the names of what was not filled in', () => {
    const html = '<p>Bonjour {{customer.first_name}}, votre dossier {{ticket.number}}</p>';
    const words = '{{customer.first_name}}, {{ticket.number}}';
    expect(doubtsOf(reply(html), around)).toEqual([{ kind: 'variable', words }]);
  });
});
