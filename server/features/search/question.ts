export interface Question {
  /** A ticket's number, where the text is one. */
  number: number | null;
  /** What to look for in the documents; '' when only the number is meant. */
  words: string;
}

const mostCharacters = 200;

/** Reads what somebody typed: `#123` means the ticket of that number alone, `123` may also be a word. */
export function readQuestion(text: string): Question {
  const typed = text.trim().slice(0, mostCharacters);
  const found = /^(#\s?|n°\s?)?(\d{1,15})$/i.exec(typed);
  if (!found) return { number: null, words: typed };
  return { number: Number(found[2]), words: found[1] ? '' : typed };
}
