import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Preferences } from '#domain/contract/app.ts';
import { client } from '../client/client.ts';
import { PreferencesContext } from '../client/preferences.tsx';
import { LanguageContext } from '../ui/language.tsx';
import { cssVariables, theme } from '../ui/theme.ts';

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

/** Lays language, text size and theme around everything, and keeps what the person changes. */
export const PreferencesProvider = ({
  initial,
  children,
}: {
  readonly initial: Preferences;
  readonly children: ReactNode;
}) => {
  const [preferences, setPreferences] = useState(initial);
  const system = useColorScheme();

  const change = useCallback((changes: Partial<Preferences>) => {
    setPreferences((before) => ({ ...before, ...changes }));
    // A preference that could not be kept is no loss worth a message: it holds until the window closes.
    client.app.setPreferences(changes).catch(() => undefined);
  }, []);

  const { language, textSize } = preferences;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.textSize = textSize;
  }, [language, textSize]);

  const controls = useMemo(() => ({ preferences, change }), [preferences, change]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => styleNonce}
      forceColorScheme={preferences.theme === 'system' ? system : preferences.theme}
    >
      <LanguageContext value={language}>
        <PreferencesContext value={controls}>{children}</PreferencesContext>
      </LanguageContext>
    </MantineProvider>
  );
};
