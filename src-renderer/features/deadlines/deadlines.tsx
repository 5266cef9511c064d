import { IconAlertCircle, IconCalendarTime } from '@tabler/icons-react';
import { whereOf } from '#domain/regulation/mark.ts';
import type { CouncilRules } from '#domain/regulation/pack.ts';
import { deadlinesOf, type StandingDeadline } from '#domain/session/deadlines.ts';
import { deadlineMessages } from '#domain/text/messages/deadlines.ts';
import { useSession } from '../../client/session-document.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { dayText, todayHere } from '../../ui/moments.ts';
import { Section } from '../../ui/section.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import { DaysOff } from './days-off.tsx';
import classes from './deadlines.module.css';

type Deadline = CouncilRules['deadlines'][number];

type Props = {
  /** Those that matter at this step; all where left out. */
  readonly only?: (deadline: Deadline) => boolean;
};

/** Deadlines to be kept before the meeting. */
export const beforeMeeting = ({ relation }: Deadline): boolean => relation === 'atLeastBefore';
/** Deadlines that run from something that has happened. */
export const afterwards = ({ relation }: Deadline): boolean => relation === 'atMostAfter';

/** The deadlines of the session's pack with their last days, clauses and marks: warnings that lock nothing. Empty without any. */
export const Deadlines = ({ only = () => true }: Props) => {
  const t = useMessages(deadlineMessages);
  const language = useLanguage();
  const { words } = usePackReader();
  const { state } = useSession();
  const standing = deadlinesOf(state, todayHere()).filter(({ deadline }) => only(deadline));
  if (standing.length === 0) return null;
  const when = ({ deadline, lastDay, state: stands }: StandingDeadline): string => {
    if (lastDay === null)
      return { meeting: t.unknownMeeting, decision: t.unknownDecision, validDossier: t.unknownDossier }[deadline.event];
    return `${t.lastDay(dayText(lastDay))} · ${t[stands === 'unknown' ? 'open' : stands]}`;
  };
  return (
    <Section title={t.title} lead={t.lead}>
      <ul className={classes.deadlines}>
        {standing.map((one) => {
          const { deadline } = one;
          const Icon = one.state === 'missed' ? IconAlertCircle : IconCalendarTime;
          return (
            <li key={deadline.id} data-state={one.state}>
              <Icon className={classes.sign} aria-hidden stroke={1.75} />
              <div>
                <p>{words(deadline.text)}</p>
                <p className={classes.when}>{when(one)}</p>
                <p className={classes.basis}>
                  <Mark mark={deadline.source.mark} />
                  <span>{whereOf(deadline.source, language)}</span>
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {standing.some(({ deadline }) => deadline.unit === 'workingDays') && <DaysOff />}
    </Section>
  );
};
