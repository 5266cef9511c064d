import { useEffect, useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { memberMessages } from '#domain/text/messages/member.ts';
import { checkWorkbook, type DossierCheck } from '#domain/workbook/check.ts';
import { changedSinceReturn } from '#domain/workbook/outgoing.ts';
import { useWorkbook, WorkbookDocument } from '../../client/workbook-document.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { ErrorBoundary } from '../../shell/error-boundary.tsx';
import { CannotOpen, NotFoundHere, Opening } from '../../shell/plain-message.tsx';
import { useMessages } from '../../ui/language.tsx';
import { ProgressSteps, type ProgressStep } from '../../ui/progress-steps.tsx';
import { checkAddress, dossierAddress, historyAddress, homeAddress, workbookAddress } from './addresses.ts';
import { CheckScreen } from './check-screen.tsx';
import { DossierScreen } from './dossier-screen.tsx';
import { HistoryScreen } from './history-screen.tsx';
import { onWorkbookTouched } from './opening/touched.ts';
import { OverviewScreen } from './overview-screen.tsx';
import { ReturnScreen } from './return-screen.tsx';
import { useRoomInRem } from './use-room.ts';
import classes from './workbook-shell.module.css';

/** Where in a workbook one is. */
export type WorkbookPlace =
  | { readonly kind: 'overview' }
  | { readonly kind: 'dossier'; readonly dossierId: string; readonly anchor: string | null }
  | { readonly kind: 'check' }
  | { readonly kind: 'return'; readonly revision: number }
  | { readonly kind: 'history' };

type Props = { readonly workbookId: string; readonly place: WorkbookPlace };

/** A workbook: its dossiers on the left, one task in the middle. */
export const WorkbookShell = ({ workbookId, place }: Props) => (
  <WorkbookDocument
    id={workbookId}
    loading={<Opening />}
    failed={(problem, again) => <CannotOpen problem={problem} again={again} />}
  >
    <Inside place={place} />
  </WorkbookDocument>
);

/** Room that the list of dossiers needs beside a ballot and a page of a PDF. */
const ROOM_FOR_ALL = 100;

const Inside = ({ place }: { readonly place: WorkbookPlace }) => {
  const t = useMessages(memberMessages);
  const workbook = useWorkbook();
  const { id, state, perform } = workbook;
  const check = useMemo(() => checkWorkbook(state), [state]);
  const room = useRoomInRem();

  useEffect(() => onWorkbookTouched(id, () => void perform(() => Promise.resolve())), [id, perform]);

  const sent = !changedSinceReturn(state);
  const steps: readonly ProgressStep[] = [
    ...check.dossiers.map((dossier) => ({
      id: dossier.dossier.id,
      label: t.dossierNumber(dossier.number),
      href: dossierAddress(id, dossier.dossier.id),
      state: stepState(dossier),
      lacks: dossier.state === 'begun' && dossier.gaps.length > 0 ? [t.stateWithGaps(dossier.gaps.length)] : [],
    })),
    {
      id: 'check',
      label: t.toCheck,
      href: checkAddress(id),
      state: sent ? 'done' : check.ready ? 'open' : 'idle',
      lacks: [],
    },
  ];
  const open = check.dossiers.find(({ gaps }) => gaps.length > 0);
  const current = place.kind === 'dossier' ? place.dossierId : place.kind === 'check' ? 'check' : null;
  const beside = place.kind !== 'dossier' || room >= ROOM_FOR_ALL;

  return (
    <AppFrame
      heading={[...(state.package?.rehearsal === true ? [t.rehearsal] : []), state.package?.council.name ?? ''].join(
        ' · ',
      )}
      document={workbook}
      {...(beside
        ? {
            steps: (
              <div className={classes.column}>
                <p>
                  <Link href={workbookAddress(id)} aria-current={place.kind === 'overview' ? 'page' : undefined}>
                    {t.overview}
                  </Link>
                </p>
                <ProgressSteps
                  label={t.dossiersHeading}
                  steps={steps}
                  current={current}
                  next={open?.dossier.id ?? 'check'}
                />
                <ul className={classes.extras}>
                  <li>
                    <Link href={historyAddress(id)} aria-current={place.kind === 'history' ? 'page' : undefined}>
                      {t.history}
                    </Link>
                  </li>
                  <li>
                    <Link href={homeAddress}>{t.backHome}</Link>
                  </li>
                </ul>
              </div>
            ),
          }
        : {})}
    >
      <ErrorBoundary resetOn={JSON.stringify(place)}>{screenOf(place, check.dossiers, beside)}</ErrorBoundary>
    </AppFrame>
  );
};

const stepState = ({ state }: DossierCheck): ProgressStep['state'] => {
  switch (state) {
    case 'complete':
    case 'conflict':
      return 'done';
    case 'begun':
      return 'open';
    case 'untouched':
      return 'idle';
  }
};

const screenOf = (place: WorkbookPlace, dossiers: readonly DossierCheck[], listed: boolean): ReactNode => {
  switch (place.kind) {
    case 'overview':
      return <OverviewScreen />;
    case 'dossier': {
      const check = dossiers.find(({ dossier }) => dossier.id === place.dossierId);
      return check ? (
        <DossierScreen key={place.dossierId} check={check} anchor={place.anchor} listed={listed} />
      ) : (
        <NotFoundHere />
      );
    }
    case 'check':
      return <CheckScreen />;
    case 'return':
      return <ReturnScreen revision={place.revision} />;
    case 'history':
      return <HistoryScreen />;
  }
};
