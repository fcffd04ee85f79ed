// A mail of ours as a document for a frame without scripts: its own images stand in it as data, nothing else is loaded.
import type { Storage } from '../../../platform/files/index.ts';
import type { Letter, LetterFile } from './letter.ts';

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`;
const mostBytes = 3 * 1024 * 1024;

/** The letter's HTML for `srcdoc`. Images above 3 MB in all are left out. */
export async function framedMail(storage: Storage, letter: Letter): Promise<string> {
  let left = mostBytes;
  let html = letter.html
    .replace('<head>', `<head>${policy}`)
    .replaceAll('<a ', '<a target="_blank" rel="noopener noreferrer" ')
    // The picture of a video: the recipient's program may load it, this page stands for its description.
    .replace(/<img src="https?:/g, '<img data-remote-src="https:');
  for (const file of letter.files) {
    if (!file.contentId || file.size > left) continue;
    left -= file.size;
    html = html.replaceAll(`src="cid:${file.contentId}"`, `src="${await dataUrl(storage, file)}"`);
  }
  return html;
}

async function dataUrl(storage: Storage, file: LetterFile): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await storage.get(file.storageKey)) chunks.push(chunk as Buffer);
  const type = /^image\/[a-z0-9.+-]+$/i.test(file.type) ? file.type : 'application/octet-stream';
  return `data:${type};base64,${Buffer.concat(chunks).toString('base64')}`;
}
