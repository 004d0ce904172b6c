import '../ui/tokens.css';
import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setUi } from '../store/createAppStore.ts';
import { embedView } from '../store/embed.ts';
import { AppProvider } from '../store/useApp.ts';
import { App } from './App.tsx';
import { embedServices } from './embedServices.ts';
import { createBrowserServices } from './services.ts';
import { startApp } from './start.ts';

const view = embedView(window.location.search);
const services = createBrowserServices();
const context = await startApp(view === null ? services : embedServices(services));
if (view !== null && view !== 'any') setUi(context.store, { stageView: view });
const Root = view === null ? App : (await import('./Embed.tsx')).Embed;
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppProvider value={context}>
      <Root />
    </AppProvider>
  </StrictMode>,
);
