import '../ui/tokens.css';
import '../ui/global.css';
import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { changeLocale, loadTexts } from '../i18n/i18n.ts';
import { setUi } from '../store/createAppStore.ts';
import { embedView } from '../store/embed.ts';
import type { StageView } from '../store/state.ts';
import { AppProvider } from '../store/useApp.ts';
import { App } from './App.tsx';
import { startLook, wearTheme } from './look.ts';
import { Presentable } from './Presentable.tsx';
import { type NotesAddress, notesAddress } from './room.ts';
import { createBrowserServices } from './services.ts';
import { startApp } from './start.ts';

const { search } = window.location;
const notes = notesAddress(search);
const framed = embedView(search);

/** Not awaited at the top: what is loaded on the way waits for this file, which holds what they share. */
async function main(): Promise<void> {
  const page = notes !== null ? notesPage(notes) : framed !== null ? framedPage(framed) : appPage();
  createRoot(document.getElementById('root')!).render(<StrictMode>{await page}</StrictMode>);
}

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

/** One view for a frame in another page; it keeps nothing either. */
async function framedPage(view: StageView | 'any'): Promise<ReactElement> {
  const [{ Embed }, { embedServices }] = await Promise.all([
    import('./Embed.tsx'),
    import('./embedServices.ts'),
    loadTexts(),
  ]);
  const context = await startApp(embedServices(createBrowserServices()));
  startLook(context.store);
  if (view !== 'any') setUi(context.store, { stageView: view });
  return (
    <AppProvider value={context}>
      <Embed />
    </AppProvider>
  );
}

/** The speaker's window starts no engine and keeps nothing. */
async function notesPage({ id, locale, theme }: NotesAddress): Promise<ReactElement> {
  wearTheme(theme);
  const [{ NotesWindow }] = await Promise.all([import('./NotesWindow.tsx'), loadTexts(), changeLocale(locale)]);
  return <NotesWindow id={id} />;
}

void main();
