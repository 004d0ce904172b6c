import '../ui/tokens.css';
import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppProvider } from '../store/useApp.ts';
import { App } from './App.tsx';
import { createBrowserServices } from './services.ts';
import { startApp } from './start.ts';

/** Not awaited at the top: what is loaded on the way waits for this file, which holds what they share. */
async function main(): Promise<void> {
  const context = await startApp(createBrowserServices());
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <AppProvider value={context}>
        <App />
      </AppProvider>
    </StrictMode>,
  );
}

void main();
