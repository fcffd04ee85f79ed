import { describe, expect, it } from 'vitest';
import { t } from '../../contract/i18n/t.ts';
import { completionsAt } from './completion.ts';

const named = (...names: string[]) => names.map(name => ({ id: name, name }));
const desk = {
  tags: named('Garantie', 'Retour client', 'VIP'),
  folders: named('Réparations'),
  teams: named('Atelier'),
  types: named('Technique'),
  agents: [
    { id: '1', name: 'Léa Morel', email: 'lea@velo.example', isDisabled: false },
    { id: '2', name: 'Ancien', email: 'ancien@velo.example', isDisabled: true },
  ],
} as unknown as Parameters<typeof completionsAt>[2];
const french = (key: string, values?: Record<string, string | number>) => t('fr', key, values);

/** `|` is the cursor. */
function complete(typed: string) {
  const caret = typed.indexOf('|');
  return completionsAt(typed.replace('|', ''), caret, desk, 'fr', french).map(
    ({ text, caret: at }) => `${text.slice(0, at)}|${text.slice(at)}`,
  );
}

describe('what completion offers', () => {
  it.each([
    ['ét|', ['étiquette:|']],
    ['a|', ['agent:|', 'avec:|', 'avant:|', 'après:|']],
    ['frein ETI|', ['frein étiquette:|']],
    ['-éti|', ['-étiquette:|']],
    ['tag:gar|', ['étiquette:Garantie |']],
    ['tag:client|', ['étiquette:"Retour client" |']],
    ['tag:gar| frein', ['étiquette:Garantie |frein']],
    ['dans:|', ['dans:Réparations |', 'dans:Atelier |']],
    ['agent:lea@|', ['agent:"Léa Morel" |']],
    ['statut:att|', ['statut:"En attente" |']],
    ['avec:|', ['avec:fichier |']],
    ['frein|', []],
    ['fr|ein', []],
    ['"étiq|', []],
  ])('at %s', (typed, expected) => {
    expect(complete(typed)).toEqual(expected);
  });

  it('offers every operator where nothing stands', () => {
    expect(complete('frein |')).toHaveLength(9);
    expect(complete('|')).toHaveLength(9);
  });
});
