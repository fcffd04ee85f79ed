/** The line in our notices below which an agent's answer ends: said in words in each language, found by its sign. */
export const answerLine = '##-';

/**
 * What an agent wrote above the line of ours that the notice begins with. Mail programs that mark no quote still keep it,
 * so that nothing of a notice goes out with an answer.
 */
export function wordsAbove(text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex(line => line.replace(/^[>\s|*]{0,20}/, '').startsWith(answerLine));
  return (at < 0 ? lines : lines.slice(0, at)).join('\n').trim();
}
