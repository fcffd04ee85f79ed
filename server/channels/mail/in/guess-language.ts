import type { Language } from '../../../../contract/fields.ts';

const words: Record<Language, Set<string>> = {
  fr: new Set(
    'le la les un une des du de et est en je vous nous il elle que qui pour pas ne sur dans avec mon ma mes votre vos bonjour merci cordialement avez ai ce cette mais ou plus'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the a an of and is are in i you we he she that which for not on with my your hello thanks thank regards have has this but or more it to be was will can please'.split(
      ' ',
    ),
  ),
};
/** Enough to tell, and little enough to read fast. */
const readChars = 4_000;
const fewestWords = 3;

/**
 * The language of a mail: what its Content-Language says, else the one whose small words it uses clearly more often,
 * else `otherwise`. Quoted words are not to be passed in: they are the desk's own.
 */
export function guessLanguage(text: string, contentLanguage: string | null, otherwise: Language): Language {
  const declared = contentLanguage?.trim().slice(0, 2).toLowerCase();
  if (declared === 'fr' || declared === 'en') return declared;
  const counts = { fr: 0, en: 0 };
  for (const word of text
    .slice(0, readChars)
    .toLowerCase()
    .split(/[^\p{L}]+/u)) {
    if (words.fr.has(word)) counts.fr++;
    if (words.en.has(word)) counts.en++;
  }
  if (Math.max(counts.fr, counts.en) < fewestWords || counts.fr === counts.en) return otherwise;
  return counts.fr > counts.en ? 'fr' : 'en';
}
