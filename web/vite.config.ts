import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractForScreens } from './build/contract-for-screens.ts';
import { firstFiles } from './build/first-files.ts';
import { pieces } from './build/pieces.ts';

const server = process.env.GUICHET_SERVER ?? 'http://127.0.0.1:3000';
const root = import.meta.dirname;

export default defineConfig({
  root,
  plugins: [react(), contractForScreens(), firstFiles('main.tsx')],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A data: font or script would break the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Schemas that no screen asks are left out.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        codeSplitting: {
          groups: pieces([
            { name: 'start', from: join(root, 'start.ts') },
            { name: 'app', from: join(root, 'main.tsx') },
            { name: 'ticket', from: join(root, 'tickets/ticket-page.tsx') },
            { name: 'composer', from: join(root, 'messages/composer.tsx') },
          ]),
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/files': server,
      '/dev': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
