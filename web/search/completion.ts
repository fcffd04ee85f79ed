// What can be written next in a search: operators, and behind their colon the values that the desk has.
import type { Language } from '../../contract/fields.ts';
import { fold } from '../../contract/search/fold.ts';
import { type Operator, operators, wordOf } from '../../contract/search/operators.ts';
import { type Term, termsOf } from '../../contract/search/question.ts';
import type { Desk } from '../data/desk.ts';
import type { Translate } from '../data/language.ts';

export interface Completion {
  /** What stands in the list. */
  label: string;
  detail: string;
  /** The whole text once this is taken, and where the cursor then stands. */
  text: string;
  caret: number;
}

interface Value {
  value: string;
  detail?: string;
  /** Found by these as well. */
  also?: string;
}

type KnownDesk = Pick<Desk, 'tags' | 'folders' | 'teams' | 'agents' | 'types'>;

const most = 8;

/** What can be written at the cursor; nothing where a plain word is being typed that begins no operator. */
export function completionsAt(
  text: string,
  caret: number,
  desk: KnownDesk,
  language: Language,
  t: Translate,
): Completion[] {
  const term = termsOf(text).find(one => one.from < caret && caret <= one.to);
  if (term?.kind === 'filter') {
    return valuesOf(term.operator!, desk, t)
      .filter(({ value, also = '' }) => fold(`${value} ${also}`).includes(fold(term.text)))
      .slice(0, most)
      .map(({ value, detail }) => ({
        label: value,
        detail: detail ?? '',
        ...replaced(text, term, `${signOf(term)}${wordOf(term.operator!, language)}:${quoted(value)} `),
      }));
  }
  if (term && (term.kind === 'phrase' || term.to !== caret)) return [];
  const begun = term ? fold(term.text) : '';
  const place = term ?? { from: caret, to: caret, isExcluded: false };
  return operators
    .filter(operator => fold(wordOf(operator, language)).startsWith(begun))
    .map(operator => ({
      label: `${wordOf(operator, language)}:`,
      detail: t(`search.operator.${operator}`),
      ...replaced(text, place, `${signOf(place)}${wordOf(operator, language)}:`),
    }));
}

const signOf = (term: Pick<Term, 'isExcluded'>) => (term.isExcluded ? '-' : '');

function replaced(text: string, { from, to }: Pick<Term, 'from' | 'to'>, by: string) {
  return { text: `${text.slice(0, from)}${by}${text.slice(to).trimStart()}`, caret: from + by.length };
}

const quoted = (value: string) => (/[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);

function valuesOf(operator: Operator, desk: KnownDesk, t: Translate): Value[] {
  switch (operator) {
    case 'tag':
      return desk.tags.map(tag => ({ value: tag.name }));
    case 'in':
      return [...desk.folders, ...desk.teams].map(one => ({ value: one.name }));
    case 'type':
      return desk.types.map(type => ({ value: type.name }));
    case 'assignee':
      return [
        { value: t('search.value.me') },
        { value: t('search.value.nobody') },
        ...desk.agents
          .filter(agent => !agent.isDisabled)
          .map(agent => ({ value: agent.name, detail: agent.email, also: agent.email })),
      ];
    case 'status':
      return (['new', 'open', 'pending', 'on_hold', 'resolved'] as const).map(status => ({
        value: t(`status.${status}`),
      }));
    case 'has':
      return [{ value: t('search.value.file') }];
    case 'before':
    case 'after':
      return [
        { value: t('search.value.today') },
        { value: t('search.value.yesterday') },
        ...(['week', 'month', 'year'] as const).map(span => ({
          value: t(`search.value.${span}`),
          detail: t(`search.value.${span}.detail`),
        })),
      ];
    case 'from':
      return [];
  }
}
