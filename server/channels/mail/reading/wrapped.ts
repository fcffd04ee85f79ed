// Parts that hold further parts in a packing of their own: winmail.dat and opaquely signed mail. They are opened into the
// tree, so that all that follows reads them like any other part.
import type { ReadLimits } from './limits.ts';
import type { Notice } from './mail.ts';
import { type Part, readTree } from './mime-tree.ts';
import { signedContent } from './opaque.ts';
import { readTnef, type TnefFile } from './tnef.ts';
import { decodeTransfer } from './transfer.ts';

const TNEF = /^application\/(?:vnd\.)?ms-tnef$/;
const CMS = /^application\/(?:x-)?pkcs7-mime$/;
const PGP_SIGNATURE = 'application/pgp-signature';

/** Opens what is packed, in place, and notes what is signed or encrypted. @throws LimitBreach as readTree does */
export function openWrapped(root: Part, limits: ReadLimits, notices: Set<Notice>): void {
  open(root, { limits, notices, hasWords: hasWords(root) }, 0);
}

type Opening = { limits: ReadLimits; notices: Set<Notice>; hasWords: boolean };

function open(part: Part, opening: Opening, layer: number): void {
  const { notices } = opening;
  if (part.type === 'multipart/encrypted') notices.add('encrypted-pgp');
  if (part.type === 'multipart/signed') notices.add(isPgp(part) ? 'signed-pgp' : 'signed-smime');
  if (CMS.test(part.type)) openSigned(part, opening, layer);
  else if (isTnef(part)) openTnef(part, opening);
  else {
    if (part.type === 'text/plain' && part.disposition.value !== 'attachment') noteInlinePgp(part, notices);
    for (const child of part.children) open(child, opening, layer);
  }
}

/** Whether something is written in the mail already, outside of what is packed. */
function hasWords(part: Part): boolean {
  if (part.children.length > 0) return part.children.some(hasWords);
  const isBody = part.type === 'text/html' || part.type === 'text/plain';
  return isBody && part.disposition.value !== 'attachment' && /\S/.test(part.body.toString('latin1'));
}

function isTnef({ type, params, disposition }: Part): boolean {
  const name = disposition.params.filename ?? params.name ?? '';
  return TNEF.test(type) || /^winmail\.dat$/i.test(name);
}

function isPgp({ params, children }: Part): boolean {
  return params.protocol?.toLowerCase() === PGP_SIGNATURE || children.some(one => one.type === PGP_SIGNATURE);
}

/** Signed mail may be signed again; more often than any program does it, it is left packed. */
const mostLayers = 5;

/** The packing stays beside its content, to be kept as a file. */
function openSigned(part: Part, opening: Opening, layer: number): void {
  const { limits, notices } = opening;
  const content = layer < mostLayers ? signedContent(decodeTransfer(part.body, part.encoding)) : null;
  if (!content) {
    notices.add(/signed|certs/.test(part.params['smime-type'] ?? '') ? 'signed-smime' : 'encrypted-smime');
    return;
  }
  notices.add('signed-smime');
  const packing = { ...part };
  const inner = readTree(content, limits, notices);
  part.type = 'multipart/signed';
  part.children = [inner, packing];
  open(inner, opening, layer + 1);
}

/** What Outlook packed stands for the packing; where it cannot be read, the packing stays a file. */
function openTnef(part: Part, { hasWords }: Opening): void {
  const found = readTnef(decodeTransfer(part.body, part.encoding));
  const html = hasWords ? null : found?.html;
  if (!found || (found.files.length === 0 && !html)) return;
  part.type = 'multipart/mixed';
  part.children = found.files.map(fileAsPart);
  if (html) part.children.unshift(leaf('text/html', html.content, { charset: html.charset }));
}

function fileAsPart({ name, type, contentId, content }: TnefFile): Part {
  const part = leaf(type, content, { name });
  part.disposition = { value: 'attachment', params: { filename: name } };
  if (contentId) part.fields = [{ key: 'content-id', value: `<${contentId}>` }];
  return part;
}

function leaf(type: string, body: Buffer, params: Record<string, string>): Part {
  return {
    fields: [],
    type,
    params,
    disposition: { value: '', params: {} },
    encoding: 'binary',
    body,
    children: [],
    within: 'multipart/mixed',
  };
}

/** PGP without MIME: armour in the text itself (RFC 9580, 6.2). */
function noteInlinePgp(part: Part, notices: Set<Notice>): void {
  const head = decodeTransfer(part.body.subarray(0, 4096), part.encoding).toString('latin1');
  if (/^-----BEGIN PGP MESSAGE-----\s*$/m.test(head)) notices.add('encrypted-pgp');
  else if (/^-----BEGIN PGP SIGNED MESSAGE-----\s*$/m.test(head)) notices.add('signed-pgp');
}
