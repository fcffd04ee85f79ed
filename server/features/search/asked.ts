// A question's words in the language of the index.
import { type RawBuilder, sql } from 'kysely';
import type { Question } from '../../../contract/search/question.ts';

/** The token under which a phone number stands in a document, however it was written. */
export const phoneToken = (key: string): string => `tel${key}`;

/** A tsquery that understands words in French and English, and as they are written where nothing speaks against it. */
export function tsqueryOf(
  words: string,
  { isPlain, phone }: Pick<Question, 'isPlain' | 'phone'>,
): RawBuilder<unknown> {
  const asked = ['guichet_fr', 'guichet_en', ...(isPlain ? ['simple'] : [])].map(
    configuration => sql`websearch_to_tsquery(${sql.lit(configuration)}, ${words})`,
  );
  if (phone) asked.push(sql`plainto_tsquery('simple', ${phoneToken(phone)})`);
  return sql`(${sql.join(asked, sql` || `)})`;
}

/** What every document that is looked for must hold: the words, and the domain or address of its sender. null for nothing. */
export function documentQuery(question: Question): RawBuilder<unknown> | null {
  const parts = question.words ? [tsqueryOf(question.words, question)] : [];
  for (const { operator, value, isExcluded } of question.filters) {
    if (operator === 'from' && !isExcluded && isDomain(value))
      parts.push(sql`plainto_tsquery('simple', ${value.replace(/^@/, '').toLowerCase()})`);
  }
  return parts.length > 0 ? sql`(${sql.join(parts, sql` && `)})` : null;
}

/** Whether a sender is asked for by the domain of the address: client.example or @client.example. */
export const isDomain = (value: string): boolean => /^@?[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(value);
