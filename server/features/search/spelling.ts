// The words that the desk has heard, and what was meant by a word that it never heard.
import './tables.ts';
import { sql } from 'kysely';
import { fold } from '../../../contract/search/fold.ts';
import type { Question } from '../../../contract/search/question.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { distance } from './distance.ts';

const mostWords = 2_000;
const shortest = 4;
const longest = 30;

/** Remembers the words of a text. In their order, so that two jobs with the same new words wait instead of locking up. */
export async function keepWords(ctx: Ctx, text: string): Promise<void> {
  const words = new Map<string, string>();
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    if (word.length < shortest || word.length > longest) continue;
    const plain = fold(word);
    if (!words.has(plain)) words.set(plain, word.toLowerCase());
    if (words.size >= mostWords) break;
  }
  if (words.size === 0) return;
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  const json = JSON.stringify(sorted.map(([plain, word]) => ({ plain, word })));
  await sql`insert into search_words (workspace_id, plain, word)
    select ${ctx.workspaceId}::uuid, w.plain, w.word
    from jsonb_to_recordset(${json}::jsonb) w(plain text, word text)
    on conflict (workspace_id, plain) do nothing`.execute(ctx.tx);
}

/**
 * The question with each word that the desk never heard replaced by the one that is spelled most alike; null where
 * nothing is to be replaced. Only for words without quotes.
 */
export async function correctionOf(ctx: Ctx, question: Question): Promise<string | null> {
  if (!question.words || !question.isPlain || question.phone) return null;
  let isChanged = false;
  const parts: string[] = [];
  for (const part of question.words.split(/(\p{L}+)/u)) {
    const better = /^\p{L}+$/u.test(part) && part.length >= shortest ? await spelledLike(ctx, part) : null;
    if (better) isChanged = true;
    parts.push(better ?? part);
  }
  return isChanged ? parts.join('') : null;
}

async function spelledLike(ctx: Ctx, typed: string): Promise<string | null> {
  const plain = fold(typed);
  const { rows } = await sql<{ plain: string; word: string }>`
    select w.plain, w.word from words_spelled_like(${plain}, 20) w`.execute(ctx.tx);
  if (rows.some(row => row.plain === plain)) return null;
  const allowed = plain.length < 6 ? 1 : 2;
  const near = rows
    .map(row => ({ ...row, errors: distance(plain, row.plain) }))
    .filter(row => row.errors <= allowed)
    .sort((a, b) => a.errors - b.errors);
  return near[0]?.word ?? null;
}
