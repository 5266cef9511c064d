import { dossiersOf, seatsOf } from '#domain/session/state.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { documentMessages } from '#domain/text/messages/documents.ts';
import { councilName, locality, minutesKeeper, holderOf, rulesOf, type OutputKind } from './build/council.ts';
import { countOf, reconciled } from './build/count-record.ts';
import type { PaperInput } from './build/input.ts';
import type { PaperKind } from './model.ts';

type Texts = (typeof documentMessages)['vi'];

/** Something a page still lacks, in plain words. Nothing here forbids printing: a page with gaps is a draft. */
export interface PaperLack {
  readonly code: keyof Texts;
  readonly text: string;
}

type Aspect =
  | 'council'
  | 'time'
  | 'place'
  | 'people'
  | 'dossiers'
  | 'pack'
  | 'attendance'
  | 'quorum'
  | 'count'
  | 'result'
  | 'minutes'
  | 'agenda';

/** Which parts of a session each kind of page shows. */
const needs: Readonly<Record<PaperKind, readonly Aspect[]>> = {
  minutes: [
    'council',
    'time',
    'place',
    'people',
    'dossiers',
    'pack',
    'attendance',
    'quorum',
    'count',
    'result',
    'minutes',
  ],
  countRecord: ['council', 'time', 'place', 'people', 'dossiers', 'pack', 'attendance', 'quorum', 'count'],
  scoreSheet: ['council', 'people', 'dossiers', 'pack', 'attendance', 'count', 'result'],
  recommendation: ['council', 'people', 'dossiers', 'pack', 'quorum', 'count', 'result', 'minutes'],
  reasoningAppendix: ['council', 'dossiers', 'pack', 'attendance', 'quorum', 'count', 'result'],
  dissent: ['council'],
  ballotBlank: ['council', 'dossiers', 'pack'],
  ballotNamed: ['council', 'people', 'dossiers', 'pack'],
  ballotFilled: ['council', 'people', 'dossiers', 'pack'],
  reviewBlank: ['council', 'dossiers', 'pack'],
  reviewFilled: ['council', 'people', 'dossiers', 'pack'],
  passphraseSlip: ['people'],
  receiptSlip: ['people'],
  attendanceList: ['council', 'time', 'place', 'people'],
  invitation: ['council', 'time', 'place', 'dossiers'],
  agenda: ['council', 'time', 'dossiers', 'agenda'],
  decisionAnnex: ['council', 'people'],
  dossierText: [],
};

const outputs: Readonly<Partial<Record<PaperKind, OutputKind>>> = {
  minutes: 'minutes',
  countRecord: 'countRecord',
  scoreSheet: 'scoreSheet',
  recommendation: 'recommendation',
  dissent: 'dissent',
  reviewBlank: 'review',
  reviewFilled: 'review',
  attendanceList: 'attendanceList',
  reasoningAppendix: 'reasoning',
};

/** What is missing for a kind of page as the session stands, in the order a secretary would fill it in. Empty means ready. */
export function preflight(kind: PaperKind, input: PaperInput, language: Language = 'vi'): readonly PaperLack[] {
  const texts = documentMessages[language];
  const lacks: PaperLack[] = [];
  for (const aspect of needs[kind]) lacks.push(...lacksOf(aspect, input, texts));
  const output = rulesOf(input.session)?.outputs.find((candidate) => candidate.output === outputs[kind]);
  if (output?.code && output.source.mark === 'unverified')
    lacks.push({ code: 'lackUnverified', text: texts.lackUnverified });
  return lacks;
}

type Plain = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts];

function lacksOf(aspect: Aspect, input: PaperInput, texts: Texts): PaperLack[] {
  const { session, conclusion } = input;
  const { council, meeting, minutes } = session;
  const say = (lacking: boolean, code: Plain): PaperLack[] => (lacking ? [{ code, text: texts[code] }] : []);
  const seats = seatsOf(session);
  const dossiers = dossiersOf(session);
  const blank = (text: string) => text.trim() === '';
  switch (aspect) {
    case 'council':
      return [
        ...say(blank(council.name) && councilName(session) === 'Hội đồng tư vấn', 'lackCouncilName'),
        ...say(blank(council.decision.number), 'lackDecisionNumber'),
        ...say(council.decision.date === null, 'lackDecisionDate'),
        ...say(blank(council.decision.issuer), 'lackIssuer'),
        ...say(!blank(meeting.place) && locality(session) === '', 'lackLocality'),
      ];
    case 'time':
      return say(meeting.startsAt === null, 'lackStart');
    case 'place':
      return say(blank(meeting.place), 'lackPlace');
    case 'people': {
      const nameless = seats.filter((member) => blank(member.name)).length;
      return [
        ...say(seats.length === 0, 'lackMembers'),
        ...say(seats.length > 0 && !holderOf(session, 'chair'), 'lackChair'),
        ...say(seats.length > 0 && !minutesKeeper(session), 'lackSecretary'),
        ...(nameless > 0 ? [{ code: 'lackMemberNames', text: texts.lackMemberNames(nameless) } as const] : []),
      ];
    }
    case 'dossiers': {
      const untitled = dossiers.filter((dossier) => blank(dossier.title)).length;
      return [
        ...say(dossiers.length === 0, 'lackDossiers'),
        ...(untitled > 0 ? [{ code: 'lackDossierTitles', text: texts.lackDossierTitles(untitled) } as const] : []),
      ];
    }
    case 'pack':
      return say(session.pack === null, 'lackPack');
    case 'attendance': {
      const unknown = seats.filter((member) => session.attendance[member.id] === undefined).length;
      return unknown > 0 ? [{ code: 'lackAttendance', text: texts.lackAttendance(unknown) }] : [];
    }
    case 'quorum':
      return conclusion && !conclusion.quorum.met
        ? [{ code: 'lackQuorum', text: texts.lackQuorum(conclusion.quorum.present, conclusion.quorum.total) }]
        : [];
    case 'count': {
      const counts = dossiers.flatMap((dossier) => {
        const count = countOf(input, dossier.id);
        return count ? [{ dossier, count }] : [];
      });
      const missing = counts.reduce((sum, { count }) => sum + Math.max(0, count.issued - count.returned), 0);
      return [
        ...say(session.counting.committee.length === 0, 'lackCommittee'),
        ...say(session.counting.closed === null, 'lackCountOpen'),
        ...counts.flatMap(({ dossier, count }): PaperLack[] =>
          reconciled(count) ? [] : [{ code: 'lackReconciled', text: texts.lackReconciled(dossier.title) }],
        ),
        ...(missing > 0 ? [{ code: 'lackBallots', text: texts.lackBallots(missing) } as const] : []),
      ];
    }
    case 'result': {
      const undetermined = conclusion?.dossiers.filter((dossier) => dossier.verdict === 'undetermined').length ?? 0;
      return [
        ...(undetermined > 0
          ? [{ code: 'lackUndetermined', text: texts.lackUndetermined(undetermined) } as const]
          : []),
        ...say((conclusion?.openTies.length ?? 0) > 0, 'lackTies'),
        ...say(session.conclusionAdoptedAt === null, 'lackAdopted'),
      ];
    }
    case 'minutes':
      return [
        ...say(meeting.endsAt === null, 'lackEnd'),
        ...say(blank(minutes.number), 'lackNumber'),
        ...say(minutes.statements.length === 0, 'lackStatements'),
        ...say(minutes.state === 'draft', 'lackAgreed'),
      ];
    case 'agenda':
      return say(blank(meeting.agenda), 'lackAgenda');
  }
}
