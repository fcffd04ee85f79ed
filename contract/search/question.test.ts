import { describe, expect, it } from 'vitest';
import { readMoment } from './moment.ts';
import { meansFile, statusesNamed } from './operators.ts';
import { phoneKey, phonesIn, readQuestion } from './question.ts';

const filter = (operator: string, value: string, isExcluded = false) => ({ operator, value, isExcluded });

describe('a question', () => {
  it.each([
    ['frein arrière', 'frein arrière', '', []],
    ['tag:garantie frein', 'frein', '', [filter('tag', 'garantie')]],
    ['étiquette:"Retour client" frein', 'frein', '', [filter('tag', 'Retour client')]],
    ['ETIQUETTE:vip', '', '', [filter('tag', 'vip')]],
    ['de:anne@client.example', '', '', [filter('from', 'anne@client.example')]],
    ['from:"Anne Martin"', '', '', [filter('from', 'Anne Martin')]],
    ['dans:Réparations statut:ouvert', '', '', [filter('in', 'Réparations'), filter('status', 'ouvert')]],
    ['-tag:vip roue', 'roue', '', [filter('tag', 'vip', true)]],
    ['roue -voilée', 'roue', 'voilée', []],
    ['"roue arrière" -"frein avant"', '"roue arrière"', '"frein avant"', []],
    ['« roue arrière » voilée', '"roue arrière" voilée', '', []],
    ['avant:2026-11-20 après:7j', '', '', [filter('before', '2026-11-20'), filter('after', '7j')]],
    ['agent:moi avec:fichier', '', '', [filter('assignee', 'moi'), filter('has', 'fichier')]],
    ['inconnu:valeur', 'inconnu:valeur', '', []],
    ['https://velo.example/a', 'https://velo.example/a', '', []],
    ['10:30', '10:30', '', []],
    ['tag: frein', 'frein', '', []],
    ['tag:', '', '', []],
    ['"ouvert', '"ouvert"', '', []],
    ['', '', '', []],
  ])('“%s” asks for “%s”, not “%s”, and %j', (text, words, without, filters) => {
    const question = readQuestion(text);
    expect([question.words, question.without, question.filters]).toEqual([words, without, filters]);
  });

  it.each([
    ['#42', 42, ''],
    ['# 42', 42, ''],
    ['n° 42', 42, ''],
    ['42', 42, '42'],
    ['42 roues', null, '42 roues'],
    ['42 statut:ouvert', 42, '42'],
  ])('“%s” is the number %s and the words “%s”', (text, number, words) => {
    expect(readQuestion(text)).toMatchObject({ number, words });
  });

  it.each([
    '06 39 98 02 44',
    '0639980244',
    '+33 6 39 98 02 44',
    '+33 (0)6.39.98.02.44',
    '06-39-98-02-44',
    '0033639980244',
  ])('knows the phone number %s in any spelling', text => {
    expect(phoneKey(text)).toBe('639980244');
  });

  it('finds phone numbers in a text and takes neither dates nor prices for one', () => {
    expect(phonesIn('Rappelez-moi au 06 39 98 02 44, merci. Réf. 1234, le 12/05, 64,90 €')).toEqual([
      '639980244',
    ]);
    expect(phoneKey('12 roues')).toBeNull();
    expect(phoneKey('1234')).toBeNull();
  });
});

describe('what stands behind an operator', () => {
  it.each([
    ['7d', { ago: { days: 7 } }],
    ['2s', { ago: { days: 14 } }],
    ['3m', { ago: { months: 3 } }],
    ['1a', { ago: { months: 12 } }],
    ['hier', { daysAgo: 1 }],
    ['aujourd’hui', { daysAgo: 0 }],
    ['2026-11-20', { day: '2026-11-20' }],
    ['20/11/2026', { day: '2026-11-20' }],
    ['2026-11', { day: '2026-11-01' }],
    ['2026', { day: '2026-01-01' }],
    ['2026-02-31', null],
    ['bientôt', null],
  ])('the moment %s is %j', (text, moment) => {
    expect(readMoment(text)).toEqual(moment);
  });

  it.each([
    ['ouvert', ['open']],
    ['En attente', ['pending']],
    ['en-attente', ['pending']],
    ['ferme', ['resolved', 'closed']],
    ['Pending', ['pending']],
    ['actif', ['new', 'open', 'pending', 'on_hold']],
    ['peint', null],
  ])('the status %s is %j', (word, statuses) => {
    expect(statusesNamed(word)).toEqual(statuses);
  });

  it('has: knows files in both languages', () => {
    expect(['file', 'Fichier', 'pièce-jointe', 'roue'].map(meansFile)).toEqual([true, true, true, false]);
  });
});
