import { describe, expect, it } from 'vitest';
import { languages } from './fields.ts';
import { hasText, t } from './i18n/t.ts';
import { mailTemplateKinds, mailTemplates, unknownIn, variablesOf } from './mail-templates.ts';

describe('the texts of mails', () => {
  it('each is one of the catalogue, has a label, and its standard text needs only what its mail knows', () => {
    for (const kind of mailTemplateKinds) {
      expect([hasText(`templates.kind.${kind}`), hasText(`templates.when.${kind}`)]).toEqual([true, true]);
      for (const key of mailTemplates[kind].texts) {
        expect([key, hasText(key)]).toEqual([key, true]);
        const label = key.replace(/^mail\./, '').replace(new RegExp(`^${kind}\\.`), '');
        expect([label, hasText(`templates.label.${label}`)]).toEqual([label, true]);
        for (const language of languages)
          expect(unknownIn(t(language, key), variablesOf(kind, t(language, key)))).toEqual([]);
      }
    }
  });

  it('S1 nothing that its sender chose may stand in an acknowledgement', () => {
    for (const key of mailTemplates.acknowledgement.texts) {
      const variables = variablesOf('acknowledgement', t('en', key));
      expect(variables.filter(name => !['number', 'workspace', 'count'].includes(name))).toEqual([]);
    }
  });

  it.each([
    ['Hello {number}', []],
    ['Hello {nummer} and {nummer}', ['{nummer}']],
    ['Hello {number', ['{number']],
    ['Hello number}', ['}']],
    ['Hello { number }', ['{', '}']],
    ['Hello {{number}}', ['{', '}']],
    ['', []],
  ])('what stands for nothing is told: %s', (text, unknown) => {
    expect(unknownIn(text, ['number'])).toEqual(unknown);
  });
});
