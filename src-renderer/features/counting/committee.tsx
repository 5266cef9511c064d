import { Checkbox } from '@mantine/core';
import { rulesFor } from '#domain/regulation/pack.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './counting.module.css';

/** Ban kiểm phiếu: those ticked, in the order they were ticked; the first is the head. */
export const Committee = () => {
  const t = useMessages(collectingMessages);
  const { state, record, readOnly } = useSession();
  const { committee } = state.counting;
  const rule = state.pack ? rulesFor(state.pack, state.council.kind)?.countingCommittee : null;
  const people = state.memberOrder.flatMap((id) => state.members[id] ?? []);
  const toggle = (id: string, on: boolean) =>
    record({
      type: 'counting.committeeSet',
      committee: on ? [...committee, id] : committee.filter((one) => one !== id),
    });
  return (
    <Section title={t.committeeTitle} lead={t.committeeLead}>
      {rule && (
        <p className={classes.rule}>
          {t.committeeSize(rule.size)} <Mark mark={rule.source.mark} />
        </p>
      )}
      <div className={classes.people}>
        {people.map(({ id, name }) => {
          const place = committee.indexOf(id);
          return (
            <Checkbox
              key={id}
              aria-label={t.committeeAdd(name)}
              label={
                <>
                  {name}
                  {place !== -1 && (
                    <span className={classes.quiet}> ({place === 0 ? t.committeeHead : t.committeeMember})</span>
                  )}
                </>
              }
              checked={place !== -1}
              disabled={readOnly}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
          );
        })}
      </div>
    </Section>
  );
};
