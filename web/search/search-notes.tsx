import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import classes from './search.module.css';
import type { Results } from './use-search.ts';

/** What is to be said about a search: what was searched for instead, what may have been meant, what means nothing here. */
export function SearchNotes({ q, results }: { q: string; results: Results }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const { corrected, suggestion, unknown } = results;
  return (
    <>
      {unknown.map(({ operator, value }) => (
        <p key={`${operator} ${value}`} className={classes.note}>
          {t(`search.unknown.${operator}`, { value })}
        </p>
      ))}
      {corrected && (
        <p className={classes.note}>
          {t('search.corrected', { typed: q, words: corrected })}{' '}
          <Link to="/w/$slug/search" params={{ slug }} search={{ q, exact: 'yes' }}>
            {t('search.exactly', { typed: q })}
          </Link>
        </p>
      )}
      {suggestion && (
        <p className={classes.note}>
          {t('search.suggestion')}{' '}
          <Link to="/w/$slug/search" params={{ slug }} search={{ q: suggestion }}>
            {suggestion}
          </Link>
        </p>
      )}
    </>
  );
}
