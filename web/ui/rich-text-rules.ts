import { isYoutubeId } from '../../contract/youtube.ts';

// What may be shown of an agent's rich text. Everything else is left out, or stands for its text only.
const allowed = new Set(
  'p br strong em u s a ul ol li blockquote h1 h2 h3 code pre img hr div span'.split(' '),
);
const renamed: Record<string, string> = { b: 'strong', i: 'em', strike: 's', del: 's' };
const dropped = new Set(
  'script style template iframe object embed svg math noscript head title form input button textarea select'.split(
    ' ',
  ),
);

/** The element to make for a tag name in lower case; 'unwrap' keeps its content only, 'drop' nothing. */
export function elementOf(name: string): string {
  const known = renamed[name] ?? name;
  if (allowed.has(known)) return known;
  return dropped.has(name) ? 'drop' : 'unwrap';
}

function isSafeLink(href: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

function isSafeImage(src: string): boolean {
  return (
    /^\/files\/[\w./?=&%~-]+$/.test(src) || /^data:image\/(png|jpeg|gif|webp);base64,[\w+/=]+$/.test(src)
  );
}

/** The attributes of an allowed element; null when it may not be shown (a link or image that leads elsewhere). */
export function attributesOf(
  name: string,
  read: (attribute: string) => string | null,
): Record<string, string> | null {
  if (name === 'a') {
    const href = (read('href') ?? '').trim();
    return isSafeLink(href) ? { href, target: '_blank', rel: 'noopener noreferrer' } : null;
  }
  if (name === 'img') {
    const src = (read('src') ?? '').trim();
    return isSafeImage(src) ? { src, alt: read('alt') ?? '', loading: 'lazy' } : null;
  }
  const called = name === 'span' ? read('data-mention') : null;
  return called && /^[0-9a-f-]{36}$/.test(called) ? { 'data-mention': called } : {};
}

/** The id of the video that an element is the card of, or null. */
export function videoOf(name: string, id: string | null): string | null {
  return name === 'a' && id !== null && isYoutubeId(id) ? id : null;
}
