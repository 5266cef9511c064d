import { hasBallots, isSecret } from '#domain/session/secret-ballot.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { useSession } from '../../client/session-document.ts';
import { Choice } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/section.tsx';
import { HonestLimits } from './honest-limits.tsx';

/** Named or secret: chosen before the packages are made, with what a secret vote can and can't do beside it. */
export const SecretChoice = () => {
  const t = useMessages(secretBallotMessages);
  const { state, record } = useSession();
  const secret = isSecret(state);
  const rule = state.pack === null ? undefined : rulesFor(state.pack, state.council.kind)?.secretBallot;
  const voted = hasBallots(state);
  const promised = secret && Object.keys(state.packages).length > 0;
  const hint = voted ? t.hasBallots : promised ? t.promised : t.choiceHint;
  return (
    <Section title={t.choiceTitle}>
      <Choice
        label={t.choiceLabel}
        description={hint}
        value={secret ? 'secret' : 'named'}
        options={[
          { value: 'named', label: t.named },
          { value: 'secret', label: t.secret },
        ]}
        disabled={voted || promised}
        onChange={(value) => record({ type: 'secretBallot.chosen', secret: value === 'secret' })}
      />
      {rule && state.secretBallot.choice === null && (
        <p>
          {t.fromPack} <Mark mark={rule.source.mark} />
        </p>
      )}
      {secret && <HonestLimits open={!voted} />}
    </Section>
  );
};
