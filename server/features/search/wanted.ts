import { sql } from 'kysely';
import { fold } from '../../../contract/search/fold.ts';
import type { Question } from '../../../contract/search/question.ts';
import type { Ctx } from '../../platform/db/index.ts';
import type { Wanted } from './excerpt.ts';

const mostWords = 20;

/** The words of a question as the index keeps them, for marking them in what was found. */
export async function wantedBy(ctx: Ctx, question: Question): Promise<Wanted[]> {
  const typed = [...question.words.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word).slice(0, mostWords);
  if (typed.length === 0) return [];
  const { rows } = await sql<{ word: string; stems: string[] }>`
    select w.word, tsvector_to_array(to_tsvector('guichet_fr', w.word) || to_tsvector('guichet_en', w.word)) as stems
    from unnest(${typed}::text[]) w(word)`.execute(ctx.tx);
  // A word that the index leaves out in both languages, such as `the`, is not what anybody looks for.
  return rows
    .filter(row => row.stems.length > 0)
    .map(row => ({ typed: fold(row.word), stems: [...new Set(row.stems.map(fold))] }));
}
