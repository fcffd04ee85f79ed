// PDF files are drawn onto canvases by pdf.js in a worker of our own bundle: nothing of them runs, nothing is fetched.
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The pages' policy takes no text for a script's address; this one address is ours, known when the app was built. */
function ownWorkerUrl(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('pdf-worker', { createScriptURL: () => workerUrl });
  return policy?.createScriptURL(workerUrl) ?? workerUrl;
}

/** Reads a PDF. Scripts, forms, evaluated functions, WebAssembly and further requests are all off. */
export async function readPdf(
  url: string,
  signal: AbortSignal,
): Promise<{ pdf: PDFDocumentProxy; close: () => void }> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`the file answers ${response.status}`);
  const data = new Uint8Array(await response.arrayBuffer());
  GlobalWorkerOptions.workerPort ??= new Worker(ownWorkerUrl(), { type: 'module' });
  const loading = getDocument({
    data,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    disableAutoFetch: true,
    maxImageSize: 64_000_000,
    verbosity: 0,
  });
  const close = () => void loading.destroy();
  signal.addEventListener('abort', close, { once: true });
  return { pdf: await loading.promise, close };
}
