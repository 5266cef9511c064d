import { ballotTitle } from '#domain/conclusion/secret-ballot.ts';
import { diff } from '#domain/journal/patch.ts';
import type { Path } from '#domain/journal/plain-json.ts';
import type { SessionField } from '#domain/session/events.ts';
import { awaitsConfirmation, type Session } from '#domain/session/state.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { deadlineMessages } from '#domain/text/messages/deadlines.ts';
import { mergingMessages } from '#domain/text/messages/merging.ts';
import { minutesMessages } from '#domain/text/messages/minutes.ts';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { dayAndClockOf, dayText, timeText } from '../../ui/moments.ts';
import { packText } from '#domain/regulation/reading.ts';

/** One thing in which two moments of a session differ, in words; an empty text where nothing stood. */
export type Difference = { readonly key: string; readonly place: string; readonly then: string; readonly now: string };

/** Something a person would name, and how it reads in a session. */
export type Thing = { readonly key: string; readonly place: string; readonly show: (session: Session) => string };

/** Where two moments of a session differ, each thing once, in the order of the session. */
export const differencesOf = (then: Session, now: Session, language: Language): readonly Difference[] => {
  const things = new Map(
    diff(then, now)
      .map(({ path }) => thingAt(path, then, now, language))
      .map((thing) => [thing.key, thing]),
  );
  return [...things.values()]
    .map(({ key, place, show }) => ({ key, place, then: show(then), now: show(now) }))
    .filter((difference) => difference.then !== difference.now || difference.key === 'elsewhere');
};

const dayAndTime = (at: string | null): string => (at === null ? '' : `${dayText(at.slice(0, 10))} ${timeText(at)}`);

/** What a person would call the place at `path`; `elsewhere` where there is no better word. */
export const thingAt = (path: Path, then: Session, now: Session, language: Language): Thing => {
  const t = paperworkMessages[language];
  const ts = setupMessages[language];
  const tw = sessionMessages[language];
  const tm = minutesMessages[language];
  const tc = collectingMessages[language];
  const tg = mergingMessages[language];
  const td = deadlineMessages[language];
  const [area = '', first = '', second = ''] = path;
  // Rulings of a secret vote stand under the numbers of ballots.
  const memberName = (id: string): string =>
    ballotTitle(id, language) ?? ((now.members[id] ?? then.members[id])?.name.trim() || tw.namelessMember);
  const dossierName = (id: string): string => {
    const dossier = now.dossiers[id] ?? then.dossiers[id];
    return dossier?.code.trim() || dossier?.title.trim() || tw.untitledDossier;
  };
  const thing = (place: string, show: Thing['show'], ...key: readonly string[]): Thing => ({
    key: [area, ...key].join('.'),
    place,
    show,
  });
  const field = (name: SessionField, place: string, show: Thing['show']): Thing => ({ key: name, place, show });
  const elsewhere: Thing = {
    key: 'elsewhere',
    place: t.elsewhere,
    show: (session) => (session === now ? t.changed : ''),
  };

  switch (area) {
    case 'rehearsal':
      return thing(t.rehearsal, ({ rehearsal }) => (rehearsal ? t.yes : t.no));
    case 'pack':
      return thing(t.pack, ({ pack }) => (pack === null ? '' : `${packText(pack.title)[language]} (${pack.version})`));
    case 'council':
      switch (first) {
        case 'kind':
          return thing(t.kind, ({ council }) => tw[council.kind], first);
        case 'name':
          return field('council.name', ts.councilName, ({ council }) => council.name);
        case 'programme':
          return field('council.programme', ts.programme, ({ council }) => council.programme);
        case 'taskApprovedOn':
          return field('council.taskApprovedOn', ts.taskApprovedOn, ({ council }) => dayText(council.taskApprovedOn));
        case 'decision':
          switch (second) {
            case 'number':
              return field('council.decision.number', ts.decisionNumber, ({ council }) => council.decision.number);
            case 'date':
              return field('council.decision.date', ts.decisionDate, ({ council }) => dayText(council.decision.date));
            case 'issuer':
              return field('council.decision.issuer', ts.issuer, ({ council }) => council.decision.issuer);
            case 'parentIssuer':
              return field(
                'council.decision.parentIssuer',
                ts.parentIssuer,
                ({ council }) => council.decision.parentIssuer,
              );
          }
      }
      return elsewhere;
    case 'meeting':
      switch (first) {
        case 'place':
          return field('meeting.place', ts.place, ({ meeting }) => meeting.place);
        case 'startsAt':
          return field('meeting.startsAt', ts.startsAt, ({ meeting }) => dayAndTime(meeting.startsAt));
        case 'endsAt':
          return field('meeting.endsAt', ts.endsAt, ({ meeting }) => dayAndTime(meeting.endsAt));
        case 'deadline':
          return field('meeting.deadline', ts.deadline, ({ meeting }) => dayAndTime(meeting.deadline));
        case 'form':
          return field('meeting.form', ts.form, ({ meeting }) => tw[meeting.form]);
        case 'guests':
          return field('meeting.guests', ts.guests, ({ meeting }) => meeting.guests);
        case 'agenda':
          return field('meeting.agenda', ts.agenda, ({ meeting }) => meeting.agenda);
      }
      return elsewhere;
    case 'members': {
      const one = (what: string, show: (member: Session['members'][string]) => string): Thing =>
        thing(
          t.memberOf(memberName(first), what),
          (session) => {
            const member = session.members[first];
            return member === undefined ? '' : show(member);
          },
          first,
          second,
        );
      switch (second) {
        case 'name':
          return one(ts.name, ({ name }) => name);
        case 'office':
          return one(ts.office, ({ office }) => tw[office]);
        case 'academicTitle':
          return one(ts.academicTitle, ({ academicTitle }) => academicTitle);
        case 'position':
          return one(ts.position, ({ position }) => position);
        case 'organisation':
          return one(ts.organisation, ({ organisation }) => organisation);
        case 'outside':
          return one(ts.outside, ({ outside }) => (outside ? t.yes : t.no));
        case 'email':
          return one(ts.email, ({ email }) => email);
        case 'phone':
          return one(ts.phone, ({ phone }) => phone);
      }
      return thing(t.memberIs(memberName(first)), (session) => (session.members[first] ? t.present : ''), first);
    }
    case 'memberOrder':
      return thing(t.memberOrder, ({ memberOrder }) => memberOrder.map(memberName).join(', '));
    case 'dossiers': {
      const one = (what: string, show: (dossier: Session['dossiers'][string]) => string): Thing =>
        thing(
          t.dossierOf(dossierName(first), what),
          (session) => {
            const dossier = session.dossiers[first];
            return dossier === undefined ? '' : show(dossier);
          },
          first,
          second,
        );
      switch (second) {
        case '':
          return thing(t.dossierIs(dossierName(first)), (session) => (session.dossiers[first] ? t.present : ''), first);
        case 'code':
          return one(ts.code, ({ code }) => code);
        case 'title':
          return one(ts.title, ({ title }) => title);
        case 'hostOrganisation':
          return one(ts.host, ({ hostOrganisation }) => hostOrganisation);
        case 'principal':
          return one(ts.principal, ({ principal }) => principal);
        case 'attachments':
          return one(t.files, ({ attachments }) => attachments.map(({ name }) => name).join(', '));
      }
      return one(t.dossierOther, (dossier) => (dossier === now.dossiers[first] ? t.changed : ''));
    }
    case 'dossierOrder':
      return thing(t.dossierOrder, ({ dossierOrder }) => dossierOrder.map(dossierName).join(', '));
    case 'conflicts': {
      const states = {
        declared: ts.conflictDeclared,
        confirmed: ts.conflictConfirmed,
        dismissed: ts.conflictDismissed,
      };
      // A row that came or went as a whole is told by its first cell.
      const dossierId = second || Object.keys(now.conflicts[first] ?? then.conflicts[first] ?? {})[0] || '';
      return thing(
        t.conflict(memberName(first), dossierName(dossierId)),
        ({ conflicts }) => {
          const conflict = conflicts[first]?.[dossierId];
          return conflict === undefined
            ? ''
            : [states[conflict.state], conflict.reason].filter((text) => text !== '').join(': ');
        },
        first,
        dossierId,
      );
    }
    case 'keys':
      return thing(t.keys, ({ keys }) => (keys === null ? '' : t.keysMade));
    case 'packages':
      return thing(
        t.packageOf(memberName(first)),
        ({ packages }) => {
          const last = packages[first]?.at(-1);
          return last === undefined ? '' : `${t.packageNumber(last.number)}, ${dayAndClockOf(last.issuedAt)}`;
        },
        first,
      );
    case 'returns':
      return thing(
        t.returnOf(memberName(first)),
        ({ returns }) => {
          const last = returns[first]?.at(-1);
          if (last === undefined) return '';
          const when = dayAndClockOf(last.importedAt);
          if (!last.merge) return `${t.returnNumber(last.revision)}, ${when}`;
          const standing = awaitsConfirmation(last) ? tg.flagOpen : tg.flagMerged;
          return `${tg.aboutMerge(last.code)}, ${when}. ${standing}`;
        },
        first,
      );
    case 'divergedReturns':
      return thing(
        tg.keptBeside(memberName(first)),
        ({ divergedReturns }) =>
          (divergedReturns[first] ?? []).map(({ revision, code }) => tg.about(revision, code)).join('; '),
        first,
      );
    case 'furtherKeys':
      return thing(
        tg.furtherKey(memberName(first)),
        ({ furtherKeys }) => (furtherKeys[first] ?? []).map(({ reason }) => reason).join('; '),
        first,
      );
    case 'paperBallots': {
      const dossierId = second || Object.keys(now.paperBallots[first] ?? then.paperBallots[first] ?? {})[0] || '';
      return thing(
        t.paperBallot(memberName(first), dossierName(dossierId)),
        ({ paperBallots }) => (paperBallots[first]?.[dossierId] ? t.entered : ''),
        first,
        dossierId,
      );
    }
    case 'secretBallot':
      switch (first) {
        case 'choice':
          return thing(
            t.votingMode,
            ({ secretBallot: { choice } }) => (choice === null ? '' : choice ? t.votingSecret : t.votingNamed),
            first,
          );
        case 'returns':
          return thing(
            t.returnOf(memberName(second)),
            ({ secretBallot: { returns } }) => {
              const last = returns[second]?.at(-1);
              return last === undefined ? '' : `${t.returnNumber(last.revision)}, ${dayAndClockOf(last.importedAt)}`;
            },
            first,
            second,
          );
        case 'paperVoters':
          return thing(
            t.votedOnPaper(memberName(second)),
            ({ secretBallot: { paperVoters } }) =>
              Object.keys(paperVoters[second] ?? {})
                .map(dossierName)
                .join(', '),
            first,
            second,
          );
        case 'papers':
          return thing(
            t.keyedIn,
            ({ secretBallot: { papers } }) => {
              const count = Object.values(papers).reduce((sum, ids) => sum + ids.length, 0);
              return count === 0 ? '' : t.times(count);
            },
            first,
          );
        case 'opened':
          // What came out of the box is told by the results, never piece by piece.
          return thing(
            t.ballotBox,
            ({ secretBallot: { opened } }) => (opened === null ? '' : t.boxOpened(dayAndClockOf(opened.at))),
            first,
          );
        case 'votedAgain':
          return thing(
            t.votedAgain,
            ({ secretBallot: { votedAgain } }) => (votedAgain.length === 0 ? '' : t.times(votedAgain.length)),
            first,
          );
      }
      return elsewhere;
    case 'rulings': {
      const dossierId = second || Object.keys(now.rulings[first] ?? then.rulings[first] ?? {})[0] || '';
      return thing(
        t.ruling(memberName(first), dossierName(dossierId)),
        ({ rulings }) => {
          const ruling = rulings[first]?.[dossierId];
          return ruling === undefined ? '' : `${ruling.valid ? t.valid : t.invalid}: ${ruling.reason}`;
        },
        first,
        dossierId,
      );
    }
    case 'lateRulings':
      return thing(
        t.lateRuling(memberName(first)),
        ({ lateRulings }) => {
          const ruling = lateRulings[first];
          return ruling === undefined ? '' : `${ruling.valid ? t.counted : t.notCounted}: ${ruling.reason}`;
        },
        first,
      );
    case 'attendance':
      return thing(
        t.attendanceOf(memberName(first)),
        ({ attendance }) => {
          const one = attendance[first];
          return one === undefined
            ? ''
            : [tc[one.status], one.reason, one.writtenComments].filter((text) => text !== '').join('. ');
        },
        first,
      );
    case 'viceChairAuthorised':
      return thing(t.viceChair, ({ viceChairAuthorised }) => (viceChairAuthorised ? t.yes : t.no));
    case 'counting':
      switch (first) {
        case 'committee':
          return thing(t.committee, ({ counting }) => counting.committee.map(memberName).join(', '), first);
        case 'closed':
          return thing(
            t.count,
            ({ counting }) => (counting.closed === null ? t.open : t.closed(dayAndClockOf(counting.closed.at))),
            first,
          );
        case 'reopened':
          return thing(t.reopened, ({ counting }) => String(counting.reopened.length), first);
      }
      return elsewhere;
    case 'ties':
      return thing(t.ties, ({ ties }) => (ties.length === 0 ? '' : t.times(ties.length)));
    case 'outlierReasons':
      return second === ''
        ? elsewhere
        : thing(
            t.outlier(memberName(first), dossierName(second)),
            ({ outlierReasons }) => outlierReasons[first]?.[second] ?? '',
            first,
            second,
          );
    case 'followUpVotes':
      return thing(
        t.followUp(dossierName(first)),
        ({ followUpVotes }) =>
          Object.values(followUpVotes[first] ?? {})
            .map(({ agree, disagree }) => t.vote(agree, disagree))
            .join('; '),
        first,
      );
    case 'conclusionAdoptedAt':
      return thing(t.conclusion, ({ conclusionAdoptedAt: at }) =>
        at === null ? t.notAdopted : t.adopted(dayAndClockOf(at)),
      );
    case 'minutes':
      switch (first) {
        case 'state':
        case 'lockedAt':
          return { ...thing(t.minutesState, ({ minutes }) => tm[minutes.state]), key: 'minutes.state' };
        case 'number':
          return field('minutes.number', `${tm.headTitle}: ${tm.number}`, ({ minutes }) => minutes.number);
        case 'symbol':
          return field('minutes.symbol', `${tm.headTitle}: ${tm.symbol}`, ({ minutes }) => minutes.symbol);
        case 'opening':
          return field('minutes.opening', tm.opening, ({ minutes }) => minutes.opening);
        case 'generalRecommendation':
          return field('minutes.generalRecommendation', tm.general, ({ minutes }) => minutes.generalRecommendation);
        case 'statements':
          return second === ''
            ? thing(t.statements, ({ minutes }) => t.statementCount(minutes.statements.length), first)
            : thing(
                t.statement(Number(second) + 1),
                ({ minutes }) => minutes.statements[Number(second)]?.text ?? '',
                first,
                second,
              );
        case 'recommendations':
          return thing(
            t.recommendation(dossierName(second)),
            ({ minutes }) => minutes.recommendations[second] ?? '',
            first,
            second,
          );
        case 'locked':
          return thing(
            t.lockedCount,
            ({ minutes }) => (minutes.locked.length === 0 ? '' : t.pageCount(minutes.locked.length)),
            first,
          );
        case 'corrections':
          return thing(t.corrections, ({ minutes }) => String(minutes.corrections.length), first);
      }
      return elsewhere;
    case 'daysOff':
      return thing(td.daysOff, ({ daysOff }) =>
        daysOff
          .map(({ name, from, to }) => {
            const days = from === to ? dayText(from) : td.span(dayText(from), dayText(to));
            return name === '' ? days : td.named(name, days);
          })
          .join('; '),
      );
    case 'signedFiles':
      return thing(t.signedFiles, ({ signedFiles }) => signedFiles.map(({ name }) => name).join(', '));
    default:
      return elsewhere;
  }
};
