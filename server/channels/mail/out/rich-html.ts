// An agent's rich text as a mail can carry it.
import type { Language } from '../../../../contract/fields.ts';
import { t } from '../../../../contract/i18n/t.ts';
import { youtubeAddress, youtubeThumbnail } from '../../../../contract/youtube.ts';

const card = 'margin:0 0 16px;border:1px solid #d6d1c8;border-radius:6px';
const picture = 'display:block;width:100%;max-width:320px;height:auto;border:0';

/**
 * The card of a video becomes a picture that leads to it, its title and its address in plain sight: mail programs play
 * no videos (LUM-19). Who was called by name stays as words, without the id that the desk knows them by.
 */
export function richHtml(html: string, language: Language): string {
  return html
    .replace(/<span data-mention="[^"]*">([\s\S]*?)<\/span>/g, '$1')
    .replace(/<a data-youtube="([\w-]{11})"[^>]*>([\s\S]*?)<\/a>/g, (_whole, id: string, inside: string) =>
      video(id, inside.replace(/<[^>]*>/g, '').trim(), language),
    );
}

/** `title` is HTML already: it was cleaned when it was stored. */
function video(id: string, title: string, language: Language): string {
  const address = youtubeAddress(id);
  const link = (content: string) =>
    `<a href="${address}" target="_blank" rel="noopener noreferrer">${content}</a>`;
  const name = title || t(language, 'mail.video');
  const alt = t(language, 'mail.video.picture', { title: name.replaceAll('"', '&quot;') });
  const image = `<img src="${youtubeThumbnail(id)}" alt="${alt}" width="320" height="240" style="${picture}">`;
  const words =
    title === address || title === '' ? link(address) : `<strong>${name}</strong><br>${link(address)}`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="${card}"><tr><td style="padding:8px">${link(image)}</td></tr><tr><td style="padding:0 8px 8px;max-width:320px">${words}</td></tr></table>`;
}
