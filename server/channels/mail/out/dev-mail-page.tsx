import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Language } from '../../../../contract/fields.ts';
import { t } from '../../../../contract/i18n/t.ts';
import type { KeptMail, Slug } from './dev-mail-query.ts';
import { style } from './dev-mail-style.ts';
import type { Letter } from './letter.ts';

export interface Frame {
  language: Language;
  slug: string;
}

export interface OpenMail {
  id: string;
  letter: Letter;
  /** The HTML for the frame. */
  document: string;
}

const addressOf = ({ slug }: Slug, id = '') =>
  `/dev/mail${id && `/${id}`}?workspace=${encodeURIComponent(slug)}`;

function page(language: Language, content: ComponentChildren): string {
  const title = t(language, 'mail.dev.title');
  return `<!doctype html>${render(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>{content}</body>
    </html>,
  )}`;
}

/** The list of kept mails, newest first, with one of them open or none. */
export function mailPage(frame: Frame, mails: KeptMail[], open: OpenMail | null): string {
  const { language, slug } = frame;
  return page(
    language,
    <>
      <header>
        <div>
          <h1>{t(language, 'mail.dev.title')}</h1>
          <p class="soft">{t(language, 'mail.dev.why')}</p>
        </div>
        <a href={`/w/${slug}`}>{t(language, 'mail.dev.app')}</a>
      </header>
      {mails.length === 0 && !open ? (
        <main class="empty">
          <h2>{t(language, 'mail.dev.empty')}</h2>
          <p>{t(language, 'mail.dev.empty.why')}</p>
        </main>
      ) : (
        <div class={open ? 'desk reading' : 'desk'}>
          <nav aria-label={t(language, 'mail.dev.title')}>
            {mails.map(mail => (
              <Row key={mail.id} mail={mail} frame={frame} isOpen={mail.id === open?.id} />
            ))}
          </nav>
          <main>
            {open ? (
              <Mail open={open} frame={frame} />
            ) : (
              <p class="soft choose">{t(language, 'mail.dev.choose')}</p>
            )}
          </main>
        </div>
      )}
    </>,
  );
}

function Row({ mail, frame, isOpen }: { mail: KeptMail; frame: Frame; isOpen: boolean }) {
  const { language } = frame;
  const { timeZone } = mail;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <a class="row" href={addressOf(frame, mail.id)} aria-current={isOpen ? 'page' : undefined}>
      <span class="kind">{t(language, `mail.dev.purpose.${mail.purpose}`)}</span>
      <time dateTime={mail.at.toISOString()}>{date.format(mail.at)}</time>
      <strong>{mail.recipient}</strong>
      {mail.number !== null && (
        <span class="subject">
          {mail.number} · {mail.subject}
        </span>
      )}
    </a>
  );
}

function Mail({ open, frame }: { open: OpenMail; frame: Frame }) {
  const { language } = frame;
  const { letter, document, id } = open;
  return (
    <article>
      <a class="back" href={addressOf(frame)}>
        ← {t(language, 'mail.dev.back')}
      </a>
      <h2>{letter.subject}</h2>
      <dl>
        <dt>{t(language, 'mail.dev.from')}</dt>
        <dd>{`${letter.from.name} <${letter.from.address}>`}</dd>
        <dt>{t(language, 'mail.dev.to')}</dt>
        <dd>{letter.to.name ? `${letter.to.name} <${letter.to.address}>` : letter.to.address}</dd>
        {letter.files.length > 0 && <dt>{t(language, 'mail.dev.files')}</dt>}
        {letter.files.length > 0 && <dd>{letter.files.map(file => file.name).join(', ')}</dd>}
      </dl>
      <iframe
        title={letter.subject}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerpolicy="no-referrer"
        srcdoc={document}
      />
      <details>
        <summary>{t(language, 'mail.dev.text')}</summary>
        <pre>{letter.text}</pre>
      </details>
      <details>
        <summary>{t(language, 'mail.dev.headers')}</summary>
        <pre>{headersOf(letter)}</pre>
      </details>
      <a class="source" href={addressOf(frame, `${id}/source`)}>
        {t(language, 'mail.dev.source')}
      </a>
    </article>
  );
}

function headersOf(letter: Letter): string {
  const { messageId, inReplyTo, references, replyTo, envelopeFrom } = letter;
  const lines = {
    'Return-Path': `<${envelopeFrom}>`,
    'Message-ID': messageId,
    'In-Reply-To': inReplyTo,
    References: references.join('\n  '),
    'Reply-To': replyTo,
    ...letter.headers,
  };
  const there = Object.entries(lines).filter(([, value]) => value);
  return there.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** For somebody who belongs to several workspaces. */
export function chooserPage(workspaces: Slug[]): string {
  const choices = workspaces.map(workspace => (
    <p key={workspace.slug}>
      <a href={addressOf(workspace)}>{workspace.slug}</a>
    </p>
  ));
  return page(
    'en',
    <main class="empty">
      {both('mail.dev.workspaces')}
      {choices}
    </main>,
  );
}

/** For somebody who is not signed in, whose language is not known. */
export function signedOutPage(): string {
  const link = <a href="/sign-in">{`${t('en', 'mail.dev.sign-in')} · ${t('fr', 'mail.dev.sign-in')}`}</a>;
  return page(
    'en',
    <main class="empty">
      {both('mail.dev.signed-out')}
      {link}
    </main>,
  );
}

function both(key: 'mail.dev.workspaces' | 'mail.dev.signed-out') {
  return (
    <>
      <h1>{t('en', key)}</h1>
      <p lang="fr">{t('fr', key)}</p>
    </>
  );
}
