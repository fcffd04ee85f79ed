import './trusted-types.ts';
import './styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstLanguage } from './data/kept-appearance.ts';
import { loadTexts } from './data/texts.ts';
import { App } from './shell/app.tsx';
import { firstData } from './shell/first-data.ts';

// Not awaited at the top: the files of the texts build on this one.
async function begin(root: HTMLElement): Promise<void> {
  await Promise.all([loadTexts(firstLanguage()), firstData()]);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void begin(root);
