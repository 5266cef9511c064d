import { createContext, useContext } from 'react';
import { defaultPreferences, type Preferences } from '#domain/contract/app.ts';

export type PreferencesControls = {
  readonly preferences: Preferences;
  /** Takes effect at once and is kept for the next start. */
  readonly change: (changes: Partial<Preferences>) => void;
};

export const PreferencesContext = createContext<PreferencesControls>({
  preferences: defaultPreferences,
  change: () => undefined,
});

export const usePreferences = (): PreferencesControls => useContext(PreferencesContext);
