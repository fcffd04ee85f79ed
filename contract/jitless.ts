// In a browser the schemas must not compile code: the pages' policy forbids it (Trusted Types, S12). Imported first by
// every file here that stands at the beginning of an import chain.
import { z } from 'zod';

if ('document' in globalThis) z.config({ jitless: true });
