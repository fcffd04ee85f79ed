import { useT } from '../data/language.ts';
import { historyText } from './history-text.ts';
import type { HistoryLine } from './ticket-queries.ts';
import { useNames } from './use-names.ts';

/** One line of history as a sentence with its changes. */
export function HistorySentence({ line }: { line: HistoryLine }) {
  const t = useT();
  const names = useNames();
  const { sentence, changes } = historyText(t, names, line);
  return (
    <span>
      {sentence}
      {changes.length > 0 && <span> · {changes.join(' · ')}</span>}
    </span>
  );
}
