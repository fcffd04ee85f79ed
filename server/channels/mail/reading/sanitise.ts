// S12, S13: what of a mail's HTML may be stored for the screen. Nothing active, no request to anyone.
import sanitizeHtml from 'sanitize-html';
import { isDeeperThan } from './html-depth.ts';
import type { ReadLimits } from './limits.ts';
import { defaultLimits } from './limits.ts';
import { allowedStyles } from './sanitise-styles.ts';

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

const TAGS = words(`
  a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd
  del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd
  li main mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot
  th thead time tr tt u ul var wbr
`);

const ATTRIBUTES = words(`
  align valign dir lang title style width height bgcolor border cellpadding cellspacing colspan
  rowspan color face size start type cite span nowrap
`);

/** Elements whose inside is no text for a reader. */
const SILENT = words(`
  script style textarea option noscript title xmp noembed noframes iframe math svg
`);

const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[a-z0-9+/=\s]*$/i;
const BLANKS = /[\p{Cc}\s\u180e\u200b-\u200f\ufeff]+/gu;

type Attributes = Record<string, string>;

/** Keeps the files of the mail and small pictures in place; parks a remote picture where the browser will not fetch it. */
function parkImage(attributes: Attributes): Attributes {
  const { src = '', 'data-remote-src': parked = '', ...rest } = attributes;
  const url = (src === '' ? parked : src).replace(BLANKS, '');
  if (/^https?:\/\//i.test(url)) return { ...rest, 'data-remote-src': url };
  if (url.startsWith('//')) return { ...rest, 'data-remote-src': `https:${url}` };
  if (src === '') return rest;
  if (/^cid:/i.test(url)) return { ...rest, src: `cid:${url.slice(4)}` };
  return RASTER.test(url) ? { ...rest, src: url } : rest;
}

function safeLink(attributes: Attributes): Attributes {
  const { href = '', rel: _rel, target: _target, ...rest } = attributes;
  const url = href.replace(BLANKS, '');
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(url)) return rest;
  return { ...rest, href: href.trim(), rel: 'noopener noreferrer nofollow', target: '_blank' };
}

/** Makes a mail's HTML inert. Gives null where it is too long or too deep to be shown (S10): show the text then. */
export function sanitise(html: string, limits: ReadLimits = defaultLimits): string | null {
  if (Buffer.byteLength(html) > limits.htmlBytes || isDeeperThan(html, limits.htmlDepth)) return null;
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ATTRIBUTES,
      a: [...ATTRIBUTES, 'href', 'rel', 'target', 'name'],
      img: [...ATTRIBUTES, 'src', 'alt', 'data-remote-src'],
    },
    allowedStyles,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['cid', 'data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
    allowProtocolRelative: false,
    selfClosing: ['img', 'br', 'hr', 'wbr', 'col'],
    nonTextTags: SILENT,
    nestingLimit: limits.htmlDepth,
    enforceHtmlBoundary: false,
    disallowedTagsMode: 'discard',
    transformTags: {
      img: (tagName, attributes) => ({ tagName, attribs: parkImage(attributes) }),
      a: (tagName, attributes) => ({ tagName, attribs: safeLink(attributes) }),
    },
  });
}
