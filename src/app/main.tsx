import '../ui/tokens.css';
import '../ui/global.css';
import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { changeLocale } from '../i18n/i18n.ts';
import { matchLocale } from '../i18n/locales.ts';
import { AppProvider } from '../store/useApp.ts';
import { App } from './App.tsx';
import { startLook } from './look.ts';
import { Presentable } from './Presentable.tsx';
import { notesId } from './room.ts';
import { createBrowserServices } from './services.ts';
import { startApp } from './start.ts';

const notes = notesId(window.location.search);
const page = notes === null ? await appPage() : await notesPage(notes);
createRoot(document.getElementById('root')!).render(<StrictMode>{page}</StrictMode>);

async function appPage(): Promise<ReactElement> {
  const context = await startApp(createBrowserServices());
  startLook(context.store);
  return (
    <AppProvider value={context}>
      <Presentable>
        <App />
      </Presentable>
    </AppProvider>
  );
}

/** The speaker's window starts no engine and keeps nothing. */
async function notesPage(id: string): Promise<ReactElement> {
  const { NotesWindow } = await import('./NotesWindow.tsx');
  await changeLocale(matchLocale(navigator.languages));
  return <NotesWindow id={id} />;
}
