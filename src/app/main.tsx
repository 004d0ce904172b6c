import '../ui/tokens.css';
import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppProvider } from '../store/useApp.ts';
import { App } from './App.tsx';
import { startLook } from './look.ts';
import { createBrowserServices } from './services.ts';
import { startApp } from './start.ts';

const context = await startApp(createBrowserServices());
startLook(context.store);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppProvider value={context}>
      <App />
    </AppProvider>
  </StrictMode>,
);
