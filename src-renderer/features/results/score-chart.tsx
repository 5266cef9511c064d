import { Bar, BarChart, CartesianGrid, LabelList, XAxis, YAxis } from 'recharts';
import { useElementSize } from '@mantine/hooks';
import type { Conclusion } from '#domain/conclusion/step.ts';
import { formatDecimal, formatRounded } from '#domain/text/decimals.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './results.module.css';

/** Hatchings, so that the parts of a bar differ without colour: plain, falling, dotted, rising, crossed, upright. */
const patterns = ['plain', 'falling', 'dotted', 'rising', 'crossed', 'upright'] as const;

const Hatching = ({ name }: { readonly name: (typeof patterns)[number] }) => (
  <pattern id={`hatch-${name}`} width="8" height="8" patternUnits="userSpaceOnUse">
    <rect width="8" height="8" className={classes[`fill-${name}`]} />
    {name === 'falling' && <path d="M0 0L8 8M-2 6L2 10M6 -2L10 2" className={classes.hatch} />}
    {name === 'rising' && <path d="M0 8L8 0M-2 2L2 -2M6 10L10 6" className={classes.hatch} />}
    {name === 'crossed' && <path d="M0 0L8 8M0 8L8 0" className={classes.hatch} />}
    {name === 'upright' && <path d="M4 0V8" className={classes.hatch} />}
    {name === 'dotted' && <circle cx="4" cy="4" r="1.5" className={classes.dot} />}
  </pattern>
);

type Row = {
  readonly name: string;
  readonly lengths: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, string>>;
};

const fillOf = (index: number): string => `url(#hatch-${patterns[index % patterns.length] ?? 'plain'})`;

/** Mean points of each dossier, criterion on criterion. For those who look rather than read; the table below says the same. */
export const ScoreChart = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(resultMessages);
  const language = useLanguage();
  const { ref, width } = useElementSize();
  const scored = conclusion.dossiers.filter(({ criteria }) => criteria.some(({ mean }) => mean !== null));
  const criteria = scored[0]?.criteria.filter(({ max }) => max !== null) ?? [];
  if (scored.length === 0 || criteria.length === 0) return null;
  const most = criteria.reduce((sum, { max }) => sum + Number(max), 0);
  const rows = scored.map((dossier): Row => ({
    name: t.dossierNumber(conclusion.dossiers.findIndex(({ id }) => id === dossier.id) + 1),
    // Only the length of a bar is taken from these; every figure shown is the exact one.
    lengths: Object.fromEntries(
      dossier.criteria.map(({ key, mean }) => [key, mean === null ? 0 : Number(mean.rounded)]),
    ),
    figures: Object.fromEntries(
      dossier.criteria.map(({ key, mean }) => [key, mean === null ? '' : formatRounded(mean.rounded)]),
    ),
  }));
  return (
    <Section title={t.chartTitle} lead={t.chartLead}>
      <div ref={ref} role="img" aria-label={t.chartLabel} className={classes.chart}>
        {width > 0 && (
          <BarChart
            layout="vertical"
            width={width}
            height={scored.length * 64 + 56}
            data={rows}
            margin={{ top: 8, right: 24, bottom: 8, left: 8 }}
            accessibilityLayer={false}
          >
            <defs>
              {patterns.map((name) => (
                <Hatching key={name} name={name} />
              ))}
            </defs>
            <CartesianGrid horizontal={false} stroke="var(--hairline)" />
            <XAxis type="number" domain={[0, most]} stroke="var(--ink-soft)" tick={{ fill: 'var(--ink-soft)' }} />
            <YAxis type="category" dataKey="name" width={112} stroke="var(--ink-soft)" tick={{ fill: 'var(--ink)' }} />
            {criteria.map(({ key, label, max }, index) => (
              <Bar
                key={key}
                dataKey={({ lengths }: Row) => lengths[key] ?? 0}
                name={`${label[language]} (${t.outOf(formatDecimal(max ?? '0'))})`}
                stackId="points"
                fill={fillOf(index)}
                stroke="var(--pen)"
                isAnimationActive={false}
                barSize={32}
              >
                <LabelList
                  dataKey={({ figures }: Row) => figures[key] ?? ''}
                  position="center"
                  className={classes.barLabel}
                />
              </Bar>
            ))}
          </BarChart>
        )}
      </div>
      <ul className={classes.legend} aria-hidden>
        {criteria.map(({ key, label, max }, index) => (
          <li key={key}>
            <svg className={classes.swatch} viewBox="0 0 24 16">
              <rect x="0.5" y="0.5" width="23" height="15" fill={fillOf(index)} stroke="var(--pen)" />
            </svg>
            {label[language]} ({t.outOf(formatDecimal(max ?? '0'))})
          </li>
        ))}
      </ul>
    </Section>
  );
};
