import type { CouncilRules, Office } from '#domain/regulation/pack.ts';
import { sameText, type Text } from '#domain/text/bilingual.ts';
import type { Case, CaseMember } from './case.ts';
import {
  both,
  computedStep,
  conditionText,
  metOrNot,
  missingFigure,
  numberFigure,
  recordedStep,
  wordFigure,
} from './step-parts.ts';
import type { Step } from './step.ts';
import { attends, seatsIn } from './tally.ts';

export type QuorumFacts = {
  readonly met: boolean;
  readonly present: number;
  readonly total: number;
  readonly presiding: CaseMember | null;
  readonly step: Step;
};

const nameOf = ({ name, id }: CaseMember): string => (name.trim() === '' ? id : name);

const presidingMember = (input: Case, rules: CouncilRules): CaseMember | null => {
  const there = seatsIn(input).filter(({ id }) => attends(input, rules, id));
  const chair = there.find(({ office }) => office === 'chair');
  if (chair) return chair;
  const deputy = there.find(({ office }) => office === 'viceChair') ?? null;
  switch (rules.quorum.presiding?.who) {
    case 'chair':
      return null;
    case 'chairOrAuthorised':
      return input.viceChairAuthorised ? deputy : null;
    case 'chairOrViceChair':
    case undefined:
      return deputy;
  }
};

/** May the council conclude? Presence by count, who presides, and the offices that must take part. */
export const quorumOf = (input: Case, rules: CouncilRules): QuorumFacts => {
  const { quorum } = rules;
  const seats = seatsIn(input);
  const there = seats.filter(({ id }) => attends(input, rules, id));
  const online = seats.filter(({ id }) => input.attendance[id] === 'online').length;
  const presiding = presidingMember(input, rules);
  const { fraction } = quorum.presence;
  const presence = computedStep({
    id: 'quorum.presence',
    title: both((t) => t.quorumPresence(t.fraction(fraction.num, fraction.den, fraction.comparison))),
    source: quorum.presence.source,
    figures: [
      numberFigure(
        'present',
        both((t) => t.base('present')),
        there.length,
      ),
      numberFigure(
        'total',
        both((t) => t.base('total')),
        seats.length,
      ),
    ],
    computation: { op: 'share', part: 'present', whole: 'total', ...fraction, negated: false },
    text: conditionText(
      both((t) => t.presenceMet(there.length, seats.length)),
      both((t) => t.presenceNotMet(there.length, seats.length)),
    ),
  });
  const onlineStep =
    online > 0
      ? [
          recordedStep({
            id: 'quorum.online',
            title: both((t) => t.onlinePresence()),
            source: quorum.online.source,
            figures: [
              numberFigure(
                'online',
                both((t) => t.onlineCount()),
                online,
              ),
            ],
            text: quorum.online.counts ? both((t) => t.onlineCounts()) : both((t) => t.onlineCountsNot()),
          }),
        ]
      : [];
  const presidingStep = quorum.presiding
    ? [
        computedStep({
          id: 'quorum.presiding',
          title: both((t) => t.presidingRule(quorum.presiding?.who ?? 'chair')),
          source: quorum.presiding.source,
          figures: [
            presiding
              ? wordFigure(
                  'who',
                  both((t) => t.presiding()),
                  presiding.id,
                  sameText(nameOf(presiding)),
                )
              : missingFigure(
                  'who',
                  both((t) => t.presiding()),
                ),
            numberFigure(
              'presiding',
              both((t) => t.presidingCount()),
              presiding ? 1 : 0,
            ),
            numberFigure(
              'needed',
              both((t) => t.needed()),
              1,
            ),
          ],
          computation: { op: 'compare', left: 'presiding', right: 'needed', comparison: 'atLeast' },
          text: conditionText(
            both((t) => t.presidingIs(presiding ? nameOf(presiding) : '')),
            both((t) => t.presidingNobody()),
          ),
        }),
      ]
    : [];
  const officeSteps = quorum.offices.map(({ office, min, source }) =>
    computedStep({
      id: `quorum.office.${office}`,
      title: both((t) => t.officeNeeded(t.office(office), min)),
      source,
      figures: [
        numberFigure(
          'there',
          both((t) => t.officeThere(t.office(office))),
          there.filter((member) => member.office === office).length,
        ),
        numberFigure(
          'needed',
          both((t) => t.needed()),
          min,
        ),
      ],
      computation: { op: 'compare', left: 'there', right: 'needed', comparison: 'atLeast' },
      text: metOrNot(),
    }),
  );
  const step = computedStep({
    id: 'quorum',
    title: both((t) => t.quorum()),
    children: [presence, ...onlineStep, ...presidingStep, ...officeSteps],
    computation: { op: 'all' },
    text: conditionText(
      both((t) => t.quorumMet()),
      both((t) => t.quorumNotMet()),
    ),
  });
  return { met: step.outcome.kind === 'holds', present: there.length, total: seats.length, presiding, step };
};

/** Does the council have the members, offices and shares its rules name? Warns; decides nothing. */
export const compositionStep = (
  input: Case,
  rules: CouncilRules,
): { readonly step: Step; readonly warnings: readonly Text[] } => {
  const { composition, conflictOfInterest } = rules;
  const seats = seatsIn(input);
  const { min, max, allowed, source } = composition.size;
  const size = numberFigure(
    'size',
    both((t) => t.base('total')),
    seats.length,
  );
  const holders = (office: Office): number => input.members.filter((member) => member.office === office).length;
  const compare = (
    id: string,
    title: Text,
    from: Step['source'],
    left: ReturnType<typeof numberFigure>,
    right: number,
    comparison: 'atLeast' | 'atMost' | 'equal',
  ): Step =>
    computedStep({
      id,
      title,
      source: from,
      figures: [
        left,
        numberFigure(
          'limit',
          both((t) => t.limit()),
          right,
        ),
      ],
      computation: { op: 'compare', left: left.key, right: 'limit', comparison },
      text: metOrNot(),
    });
  const sizeSteps = allowed
    ? [
        computedStep({
          id: 'composition.size',
          title: both((t) => t.sizeAllowedOnly(allowed.join(', '))),
          source,
          children: allowed.map((number) =>
            compare(
              `composition.size.${number}`,
              both((t) => t.sizeIs(number)),
              source,
              size,
              number,
              'equal',
            ),
          ),
          computation: { op: 'any' },
          text: metOrNot(),
        }),
      ]
    : [
        compare(
          'composition.min',
          both((t) => t.sizeAtLeast(min)),
          source,
          size,
          min,
          'atLeast',
        ),
        compare(
          'composition.max',
          both((t) => t.sizeAtMost(max)),
          source,
          size,
          max,
          'atMost',
        ),
      ];
  const officeSteps = composition.offices.flatMap((rule) => {
    const held = numberFigure(
      'held',
      both((t) => t.officeHeld(t.office(rule.office))),
      holders(rule.office),
    );
    return [
      compare(
        `composition.${rule.office}.min`,
        both((t) => t.officeAtLeast(t.office(rule.office), rule.min)),
        rule.source,
        held,
        rule.min,
        'atLeast',
      ),
      ...(rule.max === null
        ? []
        : [
            compare(
              `composition.${rule.office}.max`,
              both((t) => t.officeAtMost(t.office(rule.office), rule.max ?? 0)),
              rule.source,
              held,
              rule.max,
              'atMost',
            ),
          ]),
    ];
  });
  const { outside } = composition;
  const outsideSteps = outside
    ? [
        computedStep({
          id: 'composition.outside',
          title: both((t) =>
            t.outsideShare(t.fraction(outside.fraction.num, outside.fraction.den, outside.fraction.comparison)),
          ),
          source: outside.source,
          figures: [
            numberFigure(
              'outside',
              both((t) => t.outsideCount()),
              seats.filter((member) => member.outside).length,
            ),
            size,
          ],
          computation: { op: 'share', part: 'outside', whole: 'size', ...outside.fraction, negated: false },
          text: metOrNot(),
        }),
      ]
    : [];
  const host = conflictOfInterest.hostMembers;
  const fromHost = seats.filter((member) => member.fromHost);
  const hostSteps = host
    ? [
        compare(
          'composition.host',
          both((t) => t.hostAtMost(host.max)),
          host.source,
          numberFigure(
            'host',
            both((t) => t.hostCount()),
            fromHost.length,
          ),
          host.max,
          'atMost',
        ),
        compare(
          'composition.hostOffices',
          both((t) => t.hostNoOffice()),
          host.source,
          numberFigure(
            'hostOffices',
            both((t) => t.hostOfficeCount()),
            fromHost.filter(({ office }) => host.barredOffices.includes(office)).length,
          ),
          0,
          'atMost',
        ),
      ]
    : [];
  const children = [...sizeSteps, ...officeSteps, ...outsideSteps, ...hostSteps];
  const step = computedStep({
    id: 'composition',
    title: both((t) => t.composition()),
    children,
    computation: { op: 'all' },
    text: conditionText(
      both((t) => t.compositionFits()),
      both((t) => t.compositionFitsNot()),
    ),
  });
  const failing = children.filter(({ outcome }) => outcome.kind === 'fails');
  return {
    step,
    warnings: failing.map(({ title }) => ({
      vi: both((t) => t.warnComposition(title.vi)).vi,
      en: both((t) => t.warnComposition(title.en)).en,
    })),
  };
};
