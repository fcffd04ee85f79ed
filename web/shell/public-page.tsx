import type { ReactNode } from 'react';
import { useT } from '../data/language.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { usePageTitle } from './page-title.ts';
import classes from './public-page.module.css';

/** A page outside of any workspace: one calm column with a heading, and the choice of language. */
export function PublicPage({
  title,
  text,
  mark,
  isWide = false,
  children,
}: {
  title: string;
  text?: string;
  mark?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}) {
  const t = useT();
  usePageTitle(title);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <span className={classes.brand}>Guichet</span>
        <LanguageSwitch />
      </header>
      <main className={isWide ? classes.wide : classes.main} id="main">
        <div className={classes.card}>
          {mark}
          <h1 className={classes.title}>{title}</h1>
          {text && <p className={classes.text}>{text}</p>}
          {children}
        </div>
      </main>
      <footer className={classes.footer}>{t('shell.public.footer')}</footer>
    </div>
  );
}
