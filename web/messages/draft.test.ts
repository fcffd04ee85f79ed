import { describe, expect, it } from 'vitest';
import { draftKey, emptyDraft, isEmptyHtml, readDraft, type Shelf, saveDraft } from './draft.ts';

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
  };
}

describe('drafts', () => {
  it('P2 keep their key over a reload, so that a second Send is the same request', () => {
    const place = shelf();
    const draft = { ...emptyDraft(), html: '<p>Bonjour</p>' };
    saveDraft(place, 'k', draft);
    expect(readDraft(place, 'k')).toEqual(draft);
  });

  it('lie apart for each workspace, ticket and mode', () => {
    const keys = [
      draftKey('velo', '12', 'reply'),
      draftKey('velo', '12', 'note'),
      draftKey('velo', '13', 'reply'),
      draftKey('moto', '12', 'reply'),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  it('leave nothing behind once they are empty again', () => {
    const place = shelf();
    saveDraft(place, 'k', { ...emptyDraft(), html: '<p>x</p>' });
    saveDraft(place, 'k', { ...emptyDraft(), html: '<p></p>' });
    expect(place.kept.size).toBe(0);
  });

  it('start anew when what was saved cannot be read', () => {
    const place = shelf();
    place.kept.set('k', '{"html":');
    expect(readDraft(place, 'k').html).toBe('');
    place.kept.set('k', '{"html":1}');
    expect(readDraft(place, 'k').html).toBe('');
  });

  it('say so when the browser refuses to keep them', () => {
    const full: Shelf = {
      ...shelf(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(saveDraft(full, 'k', { ...emptyDraft(), html: '<p>x</p>' })).toBe(false);
  });

  it.each([
    ['', true],
    ['<p></p>', true],
    ['<p>&nbsp; <br></p>', true],
    ['<p>a</p>', false],
    ['<p><img src="/f/1"></p>', false],
  ])('know that %j shows nothing: %j', (html, expected) => {
    expect(isEmptyHtml(html)).toBe(expected);
  });
});
