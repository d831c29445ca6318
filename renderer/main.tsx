import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/text.module.css';
import './ui/layout.module.css';
import './ui/rows.module.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api.ts';
import { App } from './app/App.tsx';
import { createAppState } from './app/create-app-state.ts';
import { resetForLibrary } from './app/create-session.ts';
import { startPrefetch } from './app/prefetch.ts';
import { registerCommands } from './app/register-commands.ts';
import { applyTheme, rememberedTheme } from './app/theme.ts';
import { followKeyLayout } from './commands/key-layout.ts';
import { listenToKeys, runMenuCommand } from './commands/keyboard.ts';
import { CommandRegistry } from './commands/registry.ts';
import { stateOfView } from './features/register/register-slice.ts';
import { createHttpTransport, takeToken } from './http-transport.ts';
import { followWork } from './state/follow-work.ts';
import { claimWindowId } from './window-id.ts';

const bridge = window.patchdesk;
const connect = () => {
  const windowId = claimWindowId(sessionStorage, navigator.locks);
  return createHttpTransport(takeToken(location, history, sessionStorage), undefined, windowId);
};
const api = createApi(bridge ?? connect());
const state = createAppState(api);
const registry = new CommandRegistry(state);
const platform = navigator.platform.startsWith('Mac') ? 'mac' : 'other';

state.session.getState().setPreferences({ theme: rememberedTheme(localStorage) });
applyTheme(state.session);
state.queries.connect();
startPrefetch(state);
followWork(state);
registerCommands(registry, state, { door: bridge ? 'desktop' : 'browser' });
listenToKeys(
  window,
  registry,
  platform,
  () => {
    const { dialog, question, conflict } = state.session.getState();
    return dialog !== null || question !== null || conflict !== null;
  },
  () => {
    const { place, queueView, registerView, preferences } = state.session.getState();
    const isDeciding = place === 'register' && stateOfView(registerView) !== null;
    return { isQueue: isDeciding || (place === 'queue' && queueView === 'stories'), keys: preferences.keys };
  },
);
followKeyLayout(state.session);
api.subscribe((event) => {
  if (event.name === 'menu.command') runMenuCommand(event.payload.id, registry);
  if (event.name === 'library.opened') resetForLibrary(state.session);
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the window.');
createRoot(root).render(
  <StrictMode>
    <App state={state} registry={registry} platform={platform} />
  </StrictMode>,
);
