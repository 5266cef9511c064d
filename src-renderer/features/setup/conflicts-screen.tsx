import { Button, NativeSelect } from '@mantine/core';
import { rulesFor } from '#domain/regulation/pack.ts';
import { dossiersOf, seatsOf, type Conflict, type Dossier, type Member } from '#domain/session/state.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import table from '../../ui/table.module.css';
import { suspectsOf } from './suspects.ts';
import classes from './setup.module.css';

const states = ['declared', 'confirmed', 'dismissed'] as const;
type State = Conflict['state'] | 'none';

/** Step 5: which member is connected with which dossier, and why. */
export const ConflictsScreen = () => {
  const t = useMessages(setupMessages);
  const ts = useMessages(sessionMessages);
  const names = useMessages(stepMessages);
  const read = usePackReader();
  const { state, readOnly, record } = useSession();
  const members = seatsOf(state);
  const dossiers = dossiersOf(state);
  const suspects = suspectsOf(state);
  const rules = state.pack === null ? undefined : rulesFor(state.pack, state.council.kind);

  const memberName = (member: Member) => member.name.trim() || ts.namelessMember;
  const dossierName = (dossier: Dossier) => dossier.code.trim() || dossier.title.trim() || ts.untitledDossier;
  const words: Readonly<Record<State, string>> = {
    none: t.conflictNone,
    declared: t.conflictDeclared,
    confirmed: t.conflictConfirmed,
    dismissed: t.conflictDismissed,
  };

  const set = (member: Member, dossier: Dossier, next: State) => {
    const named = { memberId: member.id, dossierId: dossier.id };
    const reason = state.conflicts[member.id]?.[dossier.id]?.reason ?? '';
    record(
      next === 'none'
        ? { type: 'conflict.cleared', ...named }
        : { type: 'conflict.set', ...named, state: next, reason },
    );
  };

  if (members.length === 0 || dossiers.length === 0)
    return (
      <Page title={names.conflicts} lead={t.conflictsLead}>
        <EmptyState title={t.conflictsEmpty}>{t.conflictsEmptyText}</EmptyState>
      </Page>
    );

  const cases = members.flatMap((member) =>
    dossiers.flatMap((dossier) => {
      const conflict = state.conflicts[member.id]?.[dossier.id];
      return conflict === undefined ? [] : [{ member, dossier, conflict }];
    }),
  );

  return (
    <Page title={names.conflicts} lead={t.conflictsLead} width="full">
      {suspects.length > 0 && (
        <Notice tone="attention" title={t.suspectsTitle}>
          <ul className={classes.findings}>
            {suspects.map(({ member, dossier, why }) => (
              <li key={`${member.id}.${dossier.id}`} className={classes.finding}>
                <span>
                  {why === 'samePerson'
                    ? t.samePerson(memberName(member), dossierName(dossier))
                    : t.sameOrganisation(memberName(member), member.organisation, dossierName(dossier))}
                </span>
                <Button
                  size="sm"
                  variant="default"
                  disabled={readOnly}
                  onClick={() => set(member, dossier, 'declared')}
                >
                  {t.markDeclared}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={table.scroller}>
        <table className={table.table}>
          <caption className="visually-hidden">{names.conflicts}</caption>
          <thead>
            <tr>
              <th scope="col">{ts.columnMember}</th>
              {dossiers.map((dossier) => (
                <th key={dossier.id} scope="col" title={dossier.title}>
                  {dossierName(dossier)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <th scope="row">
                  {memberName(member)}
                  <span className={classes.rowUnder}>{ts[member.office]}</span>
                </th>
                {dossiers.map((dossier) => {
                  const value: State = state.conflicts[member.id]?.[dossier.id]?.state ?? 'none';
                  return (
                    <td key={dossier.id} className={classes.cell}>
                      <NativeSelect
                        aria-label={t.conflictOf(memberName(member), dossierName(dossier))}
                        disabled={readOnly}
                        value={value}
                        wrapperProps={{ 'data-set': value !== 'none' }}
                        classNames={{ wrapper: classes.cellSelect ?? '' }}
                        data={(['none', ...states] as const).map((option) => ({ value: option, label: words[option] }))}
                        onChange={(event) => {
                          const next = (['none', ...states] as const).find(
                            (option) => option === event.currentTarget.value,
                          );
                          if (next !== undefined) set(member, dossier, next);
                        }}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Section title={t.conflictsList}>
        {cases.length === 0 && <p className={classes.under}>{t.conflictsNoneYet}</p>}
        {cases.map(({ member, dossier, conflict }) => (
          <div key={`${member.id}.${dossier.id}`} className={classes.case}>
            <div className={classes.caseHead}>
              <h3>
                {memberName(member)} – {dossierName(dossier)}
              </h3>
              <span>{words[conflict.state]}</span>
            </div>
            <TextArea
              label={t.conflictReasonOf(memberName(member), dossierName(dossier))}
              minRows={2}
              value={conflict.reason}
              onChange={(reason) =>
                record(
                  { type: 'conflict.set', memberId: member.id, dossierId: dossier.id, state: conflict.state, reason },
                  `conflict.${member.id}.${dossier.id}`,
                )
              }
            />
          </div>
        ))}
      </Section>
      <HelpPanel>
        <p>{t.conflictsHelp1}</p>
        <p>{t.conflictsHelp2}</p>
        {rules !== undefined && rules.conflictOfInterest.exclusions.length > 0 && (
          <>
            <h3>{t.exclusions}</h3>
            <ul>
              {rules.conflictOfInterest.exclusions.map(({ id, text, source }) => (
                <li key={id}>
                  {read.words(text)} <Mark mark={source.mark} />
                </li>
              ))}
            </ul>
          </>
        )}
      </HelpPanel>
    </Page>
  );
};
