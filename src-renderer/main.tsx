import './client/no-code-from-text.ts';
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@mantine/core/styles.css';
import './ui/global.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { defaultPreferences, type Preferences } from '#domain/contract/app.ts';
import type { Problem } from '#domain/contract/base.ts';
import { client } from './client/client.ts';
import { saveBeforeClosing } from './client/closing.ts';
import { problemOf } from './client/problem.ts';
import { offerFiles } from './features/member/opening/incoming-file.ts';
import { App } from './shell/app.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { PreferencesProvider } from './shell/preferences-provider.tsx';
import { StartFailed } from './shell/start-failed.tsx';
import { Announcer } from './ui/announcer.tsx';

const queries = new QueryClient({
  // The back end stands on this computer: what it said once holds until something here changes it.
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

const readPreferences = async (): Promise<{ readonly preferences: Preferences; readonly problem: Problem | null }> => {
  try {
    return { preferences: await client.app.preferences(), problem: null };
  } catch (error) {
    return { preferences: defaultPreferences, problem: problemOf(error) };
  }
};

const start = async (): Promise<void> => {
  const place = document.getElementById('root');
  if (place === null) return;
  // A file dropped beside its place must not replace the program in the window; one of the program's own goes where it belongs.
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    const isTaken = event.defaultPrevented;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!isTaken && files.length > 0) offerFiles(files);
  });
  saveBeforeClosing();
  const { preferences, problem } = await readPreferences();
  createRoot(place).render(
    <StrictMode>
      <PreferencesProvider initial={preferences}>
        <QueryClientProvider client={queries}>
          <Announcer>
            <ErrorBoundary resetOn="start">
              {problem === null ? <App /> : <StartFailed problem={problem} />}
            </ErrorBoundary>
          </Announcer>
        </QueryClientProvider>
      </PreferencesProvider>
    </StrictMode>,
  );
};

void start();
