// What can stand before a colon in a search, in both languages.
import { activeStatuses, languages, type Status, solvedStatuses, statuses } from '../fields.ts';
import { glossary as en } from '../i18n/en/glossary.ts';
import { glossary as fr } from '../i18n/fr/glossary.ts';
import { fold } from './fold.ts';

/** Each operator with its spellings, folded; the first of each language is the one that completion writes. */
const spellings = {
  from: { en: ['from'], fr: ['de'] },
  assignee: { en: ['assignee', 'to'], fr: ['agent', 'responsable'] },
  tag: { en: ['tag'], fr: ['étiquette'] },
  in: { en: ['in'], fr: ['dans'] },
  status: { en: ['status'], fr: ['statut'] },
  type: { en: ['type'], fr: ['type'] },
  has: { en: ['has'], fr: ['avec'] },
  before: { en: ['before'], fr: ['avant'] },
  after: { en: ['after', 'since'], fr: ['après', 'depuis'] },
} as const;

export type Operator = keyof typeof spellings;
export const operators = Object.keys(spellings) as Operator[];

const byWord = new Map(
  operators.flatMap(operator =>
    languages.flatMap(language => spellings[operator][language].map(word => [fold(word), operator] as const)),
  ),
);

/** The operator that a word before a colon means; undefined where it is a plain word. */
export const operatorOf = (word: string): Operator | undefined => byWord.get(fold(word));

/** How completion writes an operator in a language. */
export const wordOf = (operator: Operator, language: 'fr' | 'en'): string => spellings[operator][language][0];

const more: Record<string, readonly Status[]> = {
  active: activeStatuses,
  actif: activeStatuses,
  solved: ['resolved'],
  resolu: ['resolved'],
  closed: solvedStatuses,
  ferme: solvedStatuses,
};
const byName = new Map<string, readonly Status[]>([
  ...[en, fr].flatMap(texts => statuses.map(status => [fold(texts[`status.${status}`]), [status]] as const)),
  ...statuses.map(status => [status, [status]] as const),
  ...Object.entries(more),
]);

/** The statuses that a word means, in either language, without regard to accents; null where none is called so. */
export function statusesNamed(word: string): readonly Status[] | null {
  const plain = fold(word).trim();
  return byName.get(plain) ?? byName.get(plain.replace(/[\s-]+/g, ' ')) ?? null;
}

const fileWords = ['file', 'files', 'attachment', 'fichier', 'fichiers', 'piece jointe', 'pj'];
/** Whether `has:` asks for files, the only thing that it knows. */
export const meansFile = (word: string): boolean =>
  fileWords.includes(fold(word).replaceAll('-', ' ').trim());
const nobodyWords = ['nobody', 'none', 'personne', 'aucun'];
export const meansNobody = (word: string): boolean => nobodyWords.includes(fold(word).trim());
const meWords = ['me', 'moi'];
export const meansMe = (word: string): boolean => meWords.includes(fold(word).trim());
