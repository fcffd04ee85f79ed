// In a browser the schemas must not compile code: the pages' policy forbids it (Trusted Types, S12). Imported first by
// every file here that stands at the beginning of an import chain.
import { config } from 'zod';

// By its own name: what is called on `z` and not used is left out of the screens' build (web/vite.config.ts).
if ('document' in globalThis) config({ jitless: true });
