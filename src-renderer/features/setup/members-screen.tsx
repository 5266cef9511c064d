import { Button, Switch } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { officeSchema } from '#domain/regulation/pack.ts';
import { blankMember } from '#domain/session/blank.ts';
import type { Member, Session } from '#domain/session/state.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { Choice, TextLine } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Fields } from '../../ui/section.tsx';
import { Composition } from './composition.tsx';
import { EnteredList } from './entered-list.tsx';
import classes from './setup.module.css';

/** The first person entered is the chair, as in every decision; most members come from outside the managing body. */
const nextMember = (id: string, session: Session): Member => ({
  ...blankMember(id),
  office: Object.values(session.members).some(({ office }) => office === 'chair') ? 'member' : 'chair',
  outside: true,
});

/** Step 3: who sits on the council, in the order of the decision. */
export const MembersScreen = () => {
  const t = useMessages(setupMessages);
  const ts = useMessages(sessionMessages);
  const names = useMessages(stepMessages);
  const { state, record } = useSession();

  const members = state.memberOrder.flatMap((id) => state.members[id] ?? []);
  const nameOf = (member: Member) => member.name.trim() || ts.namelessMember;

  return (
    <Page title={names.members} lead={t.membersLead}>
      <EnteredList
        label={names.members}
        empty={{ title: t.noMembers, text: t.noMembersText }}
        words={{
          add: t.addMember,
          moveUp: t.moveUp,
          moveDown: t.moveDown,
          remove: t.removeMember,
          removeTitle: t.removeMemberTitle,
          removeText: t.removeMemberText,
        }}
        onAdd={(id) => record({ type: 'member.added', member: nextMember(id, state) })}
        onMove={(memberId, to) => record({ type: 'member.moved', memberId, to })}
        onRemove={(memberId) => record({ type: 'member.removed', memberId })}
        items={members.map((member) => ({
          id: member.id,
          name: nameOf(member),
          isAskedAbout: (state.packages[member.id] ?? state.conflicts[member.id]) !== undefined,
          summary: (
            <>
              <span>
                <strong>{[member.academicTitle.trim(), nameOf(member)].filter((text) => text !== '').join(' ')}</strong>
                <span className={classes.office}>{ts[member.office]}</span>
              </span>
              <span className={classes.under}>
                {[member.position, member.organisation, member.outside ? t.outside : '']
                  .filter((text) => text.trim() !== '')
                  .join(' · ')}
              </span>
            </>
          ),
          body: (close) => <MemberForm member={member} onDone={close} />,
        }))}
      />
      {members.length > 0 && <Composition />}
      <HelpPanel>
        <p>{t.membersHelp1}</p>
        <p>{t.membersHelp2}</p>
        <p>{t.membersHelp3}</p>
      </HelpPanel>
    </Page>
  );
};

type TextKey = 'name' | 'academicTitle' | 'position' | 'organisation' | 'email' | 'phone';

const MemberForm = ({ member, onDone }: { readonly member: Member; readonly onDone: () => void }) => {
  const t = useMessages(setupMessages);
  const ts = useMessages(sessionMessages);
  const { readOnly, record } = useSession();
  const set = (key: TextKey) => (value: string) =>
    record({ type: 'member.changed', memberId: member.id, changes: { [key]: value } }, `member.${member.id}.${key}`);
  const nameField = useRef<HTMLInputElement>(null);
  // A line that was just added is there to be written on.
  const [isNew] = useState(member.name === '');
  useEffect(() => {
    if (isNew) nameField.current?.focus();
  }, [isNew]);
  return (
    <div className={classes.form}>
      <Fields columns={2}>
        <TextLine label={t.name} ref={nameField} value={member.name} onChange={set('name')} />
        <Choice
          label={t.office}
          value={member.office}
          options={officeSchema.options.map((office) => ({ value: office, label: ts[office] }))}
          onChange={(office) => record({ type: 'member.changed', memberId: member.id, changes: { office } })}
        />
        <TextLine
          label={t.academicTitle}
          placeholder={t.academicTitleHint}
          value={member.academicTitle}
          onChange={set('academicTitle')}
        />
        <TextLine label={t.position} value={member.position} onChange={set('position')} />
      </Fields>
      <Fields>
        <TextLine label={t.organisation} value={member.organisation} onChange={set('organisation')} />
        <Switch
          label={t.outside}
          description={t.outsideHint}
          checked={member.outside}
          disabled={readOnly}
          onChange={(event) =>
            record({ type: 'member.changed', memberId: member.id, changes: { outside: event.currentTarget.checked } })
          }
        />
      </Fields>
      <Fields columns={2}>
        <TextLine label={t.email} type="email" value={member.email} onChange={set('email')} />
        <TextLine label={t.phone} type="tel" value={member.phone} onChange={set('phone')} />
      </Fields>
      <div>
        <Button variant="default" onClick={onDone}>
          {t.doneEditing}
        </Button>
      </div>
    </div>
  );
};
