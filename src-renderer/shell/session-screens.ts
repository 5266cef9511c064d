import type { ComponentType } from 'react';
import type { SessionStep } from '#domain/session/steps.ts';
import { AttendanceScreen } from '../features/attendance/attendance-screen.tsx';
import { CountingScreen } from '../features/counting/counting-screen.tsx';
import { DocumentsScreen } from '../features/documents/documents-screen.tsx';
import { HistoryScreen } from '../features/history/history-screen.tsx';
import { MinutesScreen } from '../features/minutes/minutes-screen.tsx';
import { ResultsScreen } from '../features/results/results-screen.tsx';
import { ReturnsScreen } from '../features/returns/returns-screen.tsx';
import { ConflictsScreen } from '../features/setup/conflicts-screen.tsx';
import { CouncilScreen } from '../features/setup/council-screen.tsx';
import { DossiersScreen } from '../features/setup/dossiers-screen.tsx';
import { KeysScreen } from '../features/keys/keys-screen.tsx';
import { MeetingScreen } from '../features/setup/meeting-screen.tsx';
import { MembersScreen } from '../features/setup/members-screen.tsx';
import { PackagesScreen } from '../features/packages/packages-screen.tsx';

/**
 * The screen of each step, at `/sessions/:id/<step>`. Each is given nothing: it reads the session with `useSession()` and stands in a
 * `Page`. A step without a screen here is not shown.
 */
export const sessionScreens: Readonly<Partial<Record<SessionStep, ComponentType>>> = {
  council: CouncilScreen,
  meeting: MeetingScreen,
  members: MembersScreen,
  dossiers: DossiersScreen,
  conflicts: ConflictsScreen,
  packages: PackagesScreen,
  returns: ReturnsScreen,
  attendance: AttendanceScreen,
  counting: CountingScreen,
  results: ResultsScreen,
  minutes: MinutesScreen,
  documents: DocumentsScreen,
};

/** Screens of a session beside its steps, at `/sessions/:id/<name>`; linked below the steps by the texts of messages/session.ts. */
export type SessionExtra = 'history' | 'keys';
export const sessionExtras: Readonly<Partial<Record<SessionExtra, ComponentType>>> = {
  history: HistoryScreen,
  keys: KeysScreen,
};
