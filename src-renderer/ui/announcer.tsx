import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Notice } from './notice.tsx';
import classes from './announcer.module.css';

/** Says something that has just happened: shown for a while at the foot of the window and read out by screen readers. */
type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

export const useAnnounce = (): Announce => useContext(AnnounceContext);

const SHOWN_FOR = 5_000;

/** The one live region of the window. What is wrong is never said here alone: it stands where it happened. */
export const Announcer = ({ children }: { readonly children: ReactNode }) => {
  const [said, setSaid] = useState<{ readonly text: string; readonly number: number } | null>(null);
  const announce = useCallback<Announce>(
    (text) => setSaid((before) => ({ text, number: (before?.number ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const value = useMemo(() => announce, [announce]);
  return (
    <AnnounceContext value={value}>
      {children}
      <div className={classes.place} role="status" aria-live="polite">
        {said !== null && (
          <Notice key={said.number} tone="plain">
            {said.text}
          </Notice>
        )}
      </div>
    </AnnounceContext>
  );
};
