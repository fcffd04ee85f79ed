export interface Question {
  /** A ticket's number, where the text is one. */
  number: number | null;
  /** What to look for in the documents; '' when only the number is meant. */
  words: string;
  /** Neither quotes nor -without nor or: then a word may also be meant as it is written, without its ending taken off. */
  isPlain: boolean;
}

const mostCharacters = 200;

/** Reads what somebody typed: `#123` means the ticket of that number alone, `123` may also be a word. */
export function readQuestion(text: string): Question {
  const typed = text.trim().slice(0, mostCharacters);
  const found = /^(#\s?|n°\s?)?(\d{1,15})$/i.exec(typed);
  const isPlain = !/"|(?:^|\s)-|\sor\s/i.test(typed);
  if (!found) return { number: null, words: typed, isPlain };
  return { number: Number(found[2]), words: found[1] ? '' : typed, isPlain };
}
