import { Button, Checkbox, Radio } from '@mantine/core';
import { seatsOf, type Attendance, type Member } from '#domain/session/state.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { TextArea, TextLine } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './attendance.module.css';
import { Quorum } from './quorum.tsx';

const statuses = ['present', 'online', 'absent'] as const;
const unknown: Attendance = { status: 'present', reason: '', writtenComments: '' };

/** Step 8: who is present, online or absent, and whether the council may meet. */
export const AttendanceScreen = () => {
  const t = useMessages(collectingMessages);
  const names = useMessages(stepMessages);
  const { state, record, readOnly } = useSession();
  const seats = seatsOf(state);
  const unrecorded = seats.filter(({ id }) => !state.attendance[id]);
  return (
    <Page
      title={names.attendance}
      lead={t.attendanceLead}
      actions={
        <Button
          variant="default"
          disabled={readOnly || unrecorded.length === 0}
          onClick={() =>
            record(unrecorded.map(({ id }) => ({ type: 'attendance.set', memberId: id, attendance: unknown })))
          }
        >
          {t.allPresent}
        </Button>
      }
    >
      <div className={classes.list}>
        {seats.map((member) => (
          <MemberAttendance key={member.id} member={member} />
        ))}
      </div>
      {seats.some(({ office }) => office === 'viceChair') && (
        <Checkbox
          label={t.viceChairAuthorised}
          checked={state.viceChairAuthorised}
          disabled={readOnly}
          onChange={(event) => record({ type: 'viceChair.authorised', authorised: event.currentTarget.checked })}
        />
      )}
      <Section title={t.quorumTitle}>
        <Quorum />
      </Section>
      <HelpPanel>
        <p>{t.attendanceHelp1}</p>
        <p>{t.attendanceHelp2}</p>
      </HelpPanel>
    </Page>
  );
};

const MemberAttendance = ({ member }: { readonly member: Member }) => {
  const t = useMessages(collectingMessages);
  const ts = useMessages(sessionMessages);
  const { state, record, readOnly } = useSession();
  const attendance = state.attendance[member.id];
  const name = member.name.trim() || ts.namelessMember;
  const set = (changes: Partial<Attendance>, field?: string) =>
    record(
      { type: 'attendance.set', memberId: member.id, attendance: { ...unknown, ...attendance, ...changes } },
      field,
    );
  return (
    <div className={classes.member}>
      <div className={classes.who}>
        <strong>{name}</strong>
        <span className={classes.office}>{ts[member.office]}</span>
      </div>
      <Radio.Group
        label={t.status(name)}
        labelProps={{ className: 'visually-hidden' }}
        value={attendance?.status ?? ''}
        onChange={(value) => {
          const status = statuses.find((one) => one === value);
          if (status) set({ status });
        }}
      >
        <div className={classes.choices}>
          {statuses.map((status) => (
            <Radio key={status} value={status} label={t[status]} disabled={readOnly} />
          ))}
        </div>
      </Radio.Group>
      {attendance?.status === 'absent' && (
        <div className={classes.absence}>
          <TextLine
            label={t.absenceReason(name)}
            value={attendance.reason}
            onChange={(reason) => set({ reason }, `reason:${member.id}`)}
          />
          <TextArea
            label={t.writtenComments(name)}
            description={t.writtenCommentsHint}
            value={attendance.writtenComments}
            onChange={(writtenComments) => set({ writtenComments }, `written:${member.id}`)}
          />
        </div>
      )}
    </div>
  );
};
