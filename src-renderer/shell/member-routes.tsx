import type { ReactNode } from 'react';
import { Route } from 'wouter';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Opening } from './plain-message.tsx';

const member = () => import('../features/member/screens.ts');
const HomeScreen = lazyPart(async () => (await member()).HomeScreen, <Opening />);
const WorkbookShell = lazyPart(async () => (await member()).WorkbookShell, <Opening />);

/** The member's screens, under `/workbooks`. */
export const memberRoutes: ReactNode = [
  <Route key="home" path="/workbooks">
    <HomeScreen />
  </Route>,
  <Route key="overview" path="/workbooks/:id">
    {({ id }) => <WorkbookShell key={id} workbookId={id} place={{ kind: 'overview' }} />}
  </Route>,
  <Route key="dossier" path="/workbooks/:id/dossiers/:dossierId/:anchor?">
    {({ id, dossierId, anchor }) => (
      <WorkbookShell key={id} workbookId={id} place={{ kind: 'dossier', dossierId, anchor: anchor ?? null }} />
    )}
  </Route>,
  <Route key="check" path="/workbooks/:id/check">
    {({ id }) => <WorkbookShell key={id} workbookId={id} place={{ kind: 'check' }} />}
  </Route>,
  <Route key="return" path="/workbooks/:id/returns/:revision">
    {({ id, revision }) => (
      <WorkbookShell key={id} workbookId={id} place={{ kind: 'return', revision: Number(revision) }} />
    )}
  </Route>,
  <Route key="history" path="/workbooks/:id/history">
    {({ id }) => <WorkbookShell key={id} workbookId={id} place={{ kind: 'history' }} />}
  </Route>,
];
