import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.GUICHET_SERVER ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A data: font or script would break the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
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
