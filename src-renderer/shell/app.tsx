import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { onSavedLater } from '../client/documents.ts';
import { bridge } from '../client/host.ts';
import { usePreferences } from '../client/preferences.tsx';
import { ArchiveScreen } from '../features/archive/archive-screen.tsx';
import { FileOpener } from '../features/member/opening/file-opener.tsx';
import { StartScreen } from '../features/start/start-screen.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LeavingDialog } from './leaving-dialog.tsx';
import { memberRoutes } from './member-routes.tsx';
import { NotFound, Opening } from './plain-message.tsx';

const packs = () => import('../features/packs/screens.ts');
const PacksScreen = lazyPart(async () => (await packs()).PacksScreen, <Opening />);
const OwnPackScreen = lazyPart(async () => (await packs()).OwnPackScreen, <Opening />);
const storage = () => import('../features/storage/screens.ts');
const StorageScreen = lazyPart(async () => (await storage()).StorageScreen, <Opening />);
const BackupScreen = lazyPart(async () => (await storage()).BackupScreen, <Opening />);
const DamageScreen = lazyPart(async () => (await storage()).DamageScreen, <Opening />);
const SessionShell = lazyPart(async () => (await import('./session-shell.tsx')).SessionShell, <Opening />);

/** Every address of the program. It stands behind the hash, so that both hosts serve one page. */
export const App = () => (
  <Router hook={useHashLocation}>
    <Screens />
    <FileOpener />
    <LeavingDialog />
  </Router>
);

const Home = () => {
  const { role } = usePreferences().preferences;
  switch (role) {
    case null:
      return <StartScreen />;
    case 'secretary':
      return <ArchiveScreen />;
    case 'member':
      return <Redirect to="/workbooks" replace />;
  }
};

const textSizes = ['normal', 'large', 'larger'] as const;

const useMenu = (): void => {
  const { preferences, change } = usePreferences();
  const [, navigate] = useLocation();
  const { textSize } = preferences;
  useEffect(
    () =>
      bridge?.onMenu((command) => {
        const at = textSizes.indexOf(textSize);
        if (command === 'home') navigate('/');
        if (command === 'storage') navigate('/storage');
        if (command === 'text-normal') change({ textSize: 'normal' });
        if (command === 'text-larger') change({ textSize: textSizes[Math.min(at + 1, 2)] ?? 'larger' });
        if (command === 'text-smaller') change({ textSize: textSizes[Math.max(at - 1, 0)] ?? 'normal' });
      }),
    [textSize, change, navigate],
  );
};

/** Lists are read again once the disk has what was typed before they were opened. */
const useListsAfterSaving = (): void => {
  const queries = useQueryClient();
  useEffect(() => onSavedLater(() => void queries.invalidateQueries()), [queries]);
};

const Screens = () => {
  const [location] = useLocation();
  useMenu();
  useListsAfterSaving();
  return (
    <ErrorBoundary resetOn={location}>
      <Switch>
        <Route path="/">
          <Home />
        </Route>
        <Route path="/packs">
          <PacksScreen />
        </Route>
        <Route path="/packs/:id">{({ id }) => <OwnPackScreen key={id} packId={id} />}</Route>
        <Route path="/packs/:id/edit/:place?">
          {({ id, place }) => <OwnPackScreen key={id} packId={id} edited={place ?? null} />}
        </Route>
        <Route path="/storage">
          <StorageScreen />
        </Route>
        <Route path="/storage/:place/:name">
          {({ place, name }) => (
            <BackupScreen key={`${place}/${name}`} place={place === 'second' ? 'second' : 'own'} name={name} />
          )}
        </Route>
        <Route path="/damaged/:kind/:id">
          {({ kind, id }) => (
            <DamageScreen key={id} document={{ kind: kind === 'workbook' || kind === 'pack' ? kind : 'session', id }} />
          )}
        </Route>
        <Route path="/sessions/:id/:place?">
          {({ id, place }) => <SessionShell key={id} sessionId={id} place={place ?? null} />}
        </Route>
        {memberRoutes}
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </ErrorBoundary>
  );
};
