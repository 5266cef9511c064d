import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { officeSchema } from '#domain/regulation/pack.ts';
import type { Member, Session } from '#domain/session/state.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EditableList } from '../../ui/editable-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Choice, TextLine } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Fields } from '../../ui/section.tsx';
import { Composition } from './composition.tsx';
import classes from './setup.module.css';

const blankMember = (id: string, session: Session): Member => ({
  id,
  name: '',
  // The first person entered is the chair, as in every decision.
  office: Object.values(session.members).some(({ office }) => office === 'chair') ? 'member' : 'chair',
  academicTitle: '',
  position: '',
  organisation: '',
  outside: true,
  email: '',
  phone: '',
});

/** Step 3: who sits on the council, in the order of the decision. */
export const MembersScreen = () => {
  const t = useMessages(setupMessages);
  const ts = useMessages(sessionMessages);
  const names = useMessages(stepMessages);
  const announce = useAnnounce();
  const { state, readOnly, record } = useSession();
  const [opened, setOpened] = useState<string | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);

  const members = state.memberOrder.flatMap((id) => state.members[id] ?? []);
  const nameOf = (member: Member | undefined) => member?.name.trim() || ts.namelessMember;

  const add = () => {
    const id = crypto.randomUUID();
    record({ type: 'member.added', member: blankMember(id, state) });
    setOpened(id);
  };
  const remove = (memberId: string) => {
    record({ type: 'member.removed', memberId });
    announce(t.removed(nameOf(state.members[memberId])));
  };
  // What hangs on a member is asked about; a bare line is just removed, since it can be undone.
  const askOrRemove = (id: string) => {
    if (state.packages[id] ?? state.conflicts[id]) setRemoving(id);
    else remove(id);
  };

  const addButton = (
    <Button leftSection={<IconPlus aria-hidden size="1.25rem" stroke={2} />} disabled={readOnly} onClick={add}>
      {t.addMember}
    </Button>
  );

  return (
    <Page title={names.members} lead={t.membersLead}>
      {members.length === 0 ? (
        <EmptyState title={t.noMembers} action={addButton}>
          {t.noMembersText}
        </EmptyState>
      ) : (
        <div className={classes.list}>
          <EditableList
            label={names.members}
            opened={opened}
            onOpen={setOpened}
            disabled={readOnly}
            onMove={(memberId, to) => record({ type: 'member.moved', memberId, to })}
            onRemove={askOrRemove}
            names={{ moveUp: t.moveUp, moveDown: t.moveDown, remove: t.removeMember }}
            items={members.map((member) => ({
              id: member.id,
              name: nameOf(member),
              summary: (
                <>
                  <span>
                    <strong>
                      {[member.academicTitle.trim(), nameOf(member)].filter((text) => text !== '').join(' ')}
                    </strong>
                    <span className={classes.office}>{ts[member.office]}</span>
                  </span>
                  <span className={classes.under}>
                    {[member.position, member.organisation, member.outside ? t.outside : '']
                      .filter((text) => text.trim() !== '')
                      .join(' · ')}
                  </span>
                </>
              ),
              body: <MemberForm member={member} onDone={() => setOpened(null)} />,
            }))}
          />
          <div>{addButton}</div>
        </div>
      )}
      {members.length > 0 && <Composition />}
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t.removeMemberTitle}
        confirmLabel={t.remove}
        danger
        onConfirm={() => removing !== null && remove(removing)}
      >
        {removing !== null && <p>{t.removeMemberText(nameOf(state.members[removing]))}</p>}
      </ConfirmDialog>
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
