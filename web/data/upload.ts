// Files go up with XMLHttpRequest because fetch cannot tell how much has been sent.
import type { z } from 'zod';
import type { importClosings, mailImport } from '../../contract/routes/imports.ts';
import { routes } from '../../contract/routes/index.ts';
import type { file as fileShape } from '../../contract/routes/messages.ts';
import { addressOf } from './address.ts';
import { ApiError, readRefusal } from './api-error.ts';
import { csrfToken } from './csrf.ts';
import { setSignedOut } from './signed-out.ts';

export interface UploadOptions {
  /** Told the share sent so far, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends one file (8 MB at most, LUM-21) and gives it as the server keeps it. Throws ApiError. */
export function upload(chosen: File, options?: UploadOptions): Promise<z.infer<typeof fileShape>> {
  return sendFile(addressOf(routes.messages.upload, {}), chosen, options);
}

/** Sends an archive of mails, of whatever size, and gives the import that it begins. Throws ApiError. */
export function uploadArchive(
  chosen: File,
  query: { mailboxId: string; closes: (typeof importClosings)[number] },
  options?: UploadOptions,
): Promise<z.infer<typeof mailImport>> {
  return sendFile(addressOf(routes.imports.start, { query }), chosen, options);
}

async function sendFile<T>(address: string, chosen: File, options: UploadOptions = {}): Promise<T> {
  const token = await csrfToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('x-csrf-token', token);
    request.upload.onprogress = event => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(request.response);
      const refused = readRefusal(request.status, request.response);
      if (refused.code === 'signed-out') setSignedOut(true);
      reject(refused);
    };
    request.onerror = () => reject(new ApiError(0, 'network'));
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', chosen, chosen.name);
    request.send(form);
  });
}
