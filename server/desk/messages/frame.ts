// A customer's mail as a page of its own for a sandboxed frame. Three walls, each enough alone: it was sanitised when it
// came in (S12), the frame runs nothing and has no origin, and the policy of the answer forbids scripts and requests.
import { randomBytes } from 'node:crypto';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { filesOf, messageById } from './conversation.ts';
import { linksFor, resolveImages } from './rich-text.ts';

export interface FrameWish {
  images: 'blocked' | 'shown';
  part: 'new' | 'whole';
  mode: 'show' | 'measure';
  theme: 'light' | 'dark';
}

const style = `html{color-scheme:light;background:#fff}body{margin:0;padding:2px;font:16px/1.5 "Inter Variable",system-ui,sans-serif;color:#1f1d1a;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}blockquote{margin:0 0 0 4px;padding-left:12px;border-left:3px solid #ddd8cf}
a{color:#1a5fb4}[data-remote-src],[data-missing-image]{display:inline-block;min-width:16px;min-height:16px;outline:1px dashed #b5afa5}`;

/** The one script there is: in measuring mode the frame tells how high its content is, for a frame that may not say so. */
const measuring = `const tell=()=>parent.postMessage({guichetFrame:true,height:Math.ceil(document.documentElement.scrollHeight)},'*');
addEventListener('load',tell);new ResizeObserver(tell).observe(document.body);tell();`;

/**
 * The page and its Content-Security-Policy. `origins` are those under which our own files are reached. Remote images
 * load only when they were asked for (S13).
 * @throws NotFound for a message that has no HTML
 */
export async function framePage(
  ctx: Ctx,
  secrets: Secrets,
  id: string,
  wish: FrameWish,
  origins: string[],
): Promise<{ html: string; policy: string }> {
  const message = await messageById(ctx, id);
  const stored = wish.part === 'new' ? (message.new_html ?? message.html) : message.html;
  if (!message.is_mail || stored === null) throw notFound();
  let body = resolveImages(stored, await filesOf(ctx, [id]), linksFor(ctx, secrets));
  if (wish.images === 'shown')
    body = body.replaceAll(' data-remote-src="', ' referrerpolicy="no-referrer" src="');
  const isMeasuring = wish.mode === 'measure';
  const nonce = randomBytes(16).toString('base64url');
  const script = isMeasuring ? `<script nonce="${nonce}">${measuring}</script>` : '';
  const html = `<!doctype html><html><head><meta charset="utf-8"><title></title><style>${style}</style></head><body>${body}${script}</body></html>`;
  const images = [
    ...origins.map(origin => `${origin}/files/`),
    'data:',
    ...(wish.images === 'shown' ? ['https:', 'http:'] : []),
  ];
  const policy = [
    "default-src 'none'",
    `img-src ${images.join(' ')}`,
    "style-src 'unsafe-inline'",
    isMeasuring ? `script-src 'nonce-${nonce}'` : "script-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    isMeasuring ? 'sandbox allow-scripts' : 'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');
  return { html, policy };
}
