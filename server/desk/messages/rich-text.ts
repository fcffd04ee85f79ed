// What an agent writes: a small set of elements, whatever the caller sends. Mails of customers are read elsewhere.
import sanitize from 'sanitize-html';
import { isYoutubeId, youtubeAddress } from '../../../contract/youtube.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { fileLink, readFileLink } from '../../platform/files/index.ts';
import { isId } from '../../platform/ids/index.ts';

const allowed = [
  'p',
  'br',
  'strong',
  'b',
  'em',
  'i',
  'u',
  's',
  'a',
  'ul',
  'ol',
  'li',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'code',
  'pre',
  'hr',
  'img',
  'span',
];

/**
 * Makes rich text safe to store. Images must be files of this workspace: their signed addresses become `cid:` and the
 * file's id, which does not expire.
 */
export function cleanRichText(ctx: Ctx, secrets: Secrets, html: string): string {
  return sanitize(html, {
    allowedTags: allowed,
    allowedAttributes: {
      a: ['data-youtube', 'href', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height'],
      span: ['data-mention'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['cid'] },
    allowProtocolRelative: false,
    transformTags: {
      a: link,
      span: mention,
      img: (tagName, attributes) => {
        const token = /\/files\/([\w-]+)$/.exec(attributes.src ?? '')?.[1];
        const file = token ? readFileLink(secrets, token, ctx.now) : null;
        const src = file?.workspaceId === ctx.workspaceId ? `cid:${file.fileId}` : '';
        return { tagName, attribs: { ...attributes, src } };
      },
    },
    exclusiveFilter: ({ tag, attribs }) => {
      if (tag === 'span' && !attribs['data-mention']) return 'excludeTag';
      return tag === 'img' && !attribs.src;
    },
  });
}

const elsewhere = { target: '_blank', rel: 'noopener noreferrer' };

/** A link, or the card of a video: its address follows from its id, so that it leads nowhere else. */
function link(tagName: string, { 'data-youtube': id = '', ...attribs }: sanitize.Attributes): sanitize.Tag {
  if (!isYoutubeId(id)) return { tagName, attribs: { ...attribs, ...elsewhere } };
  return { tagName, attribs: { 'data-youtube': id, href: youtubeAddress(id), ...elsewhere } };
}

/** A teammate who is called by name in a note. */
function mention(tagName: string, attribs: sanitize.Attributes): sanitize.Tag {
  const id = attribs['data-mention'] ?? '';
  return { tagName, attribs: isId(id) ? { 'data-mention': id } : {} };
}

/** Rich text for use without a ticket, such as a canned reply: images go, their files belong to messages. */
export function cleanTemplate(ctx: Ctx, secrets: Secrets, html: string): string {
  return cleanRichText(ctx, secrets, html).replace(/<img\b[^>]*>/g, '');
}

/** The agents who are called by name in a rich text. */
export function mentionedIn(html: string): string[] {
  return [...new Set([...html.matchAll(/<span data-mention="([0-9a-f-]{36})">/g)].map(match => match[1]!))];
}

/** The ids of the files that stand in a rich text as images. */
export function imageIdsIn(html: string): string[] {
  return [...html.matchAll(/src="cid:([0-9a-f-]{36})"/g)].map(match => match[1]!);
}

/** Replaces `cid:` sources by addresses that a screen can load; an image whose file is not there loses its source. */
export function resolveImages(
  html: string,
  files: { id: string; content_id: string | null }[],
  link: (fileId: string) => string,
): string {
  return html.replace(/src="cid:([^"]*)"/gi, (_whole, contentId: string) => {
    const wanted = decode(contentId);
    const file = files.find(one => one.content_id === wanted || one.id === wanted);
    return file ? `src="${link(file.id)}"` : 'data-missing-image=""';
  });
}

function decode(contentId: string): string {
  try {
    return decodeURIComponent(contentId.replaceAll('&amp;', '&'));
  } catch {
    return contentId;
  }
}

/** Makes the addresses of files for one reader of one workspace. */
export function linksFor(ctx: Ctx, secrets: Secrets): (fileId: string) => string {
  return fileId => fileLink(secrets, ctx.workspaceId, fileId, ctx.now);
}
