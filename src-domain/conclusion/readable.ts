import { packText } from '#domain/regulation/reading.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { conclusionMessages } from '#domain/text/messages/conclusion.ts';
import type { Conclusion, Step } from './step.ts';
import type { WhatIfReport } from './what-if.ts';

const stepLines = (step: Step, language: Language, depth: number): readonly string[] => {
  const indent = '  '.repeat(depth);
  const figures = step.figures.map(({ label, shown }) => `${label[language]}: ${shown[language]}`).join('; ');
  const basis = step.basis === null ? '' : ` [${step.basis[language]}]`;
  return [
    `${indent}- ${step.title[language]}${basis}`,
    ...(figures === '' ? [] : [`${indent}    ${figures}`]),
    ...(step.source?.note ? [`${indent}    (${packText(step.source.note)[language]})`] : []),
    `${indent}    → ${step.outcome.text[language]}`,
    ...step.children.flatMap((child) => stepLines(child, language, depth + 1)),
  ];
};

/** The whole reasoning as indented text: each step with its rule, mark, figures and outcome. */
export const readableSteps = (step: Step, language: Language): string => stepLines(step, language, 0).join('\n');

/** A conclusion to read: recommendations first, what to look at, then the reasoning. */
export const readableConclusion = (conclusion: Conclusion, language: Language, whatIf: WhatIfReport | null): string => {
  const t = conclusionMessages[language];
  const changes = whatIf
    ? [whatIf.criterion, whatIf.ballot, ...whatIf.absences].flatMap((found) =>
        found ? [`- ${found.text[language]}.`] : [],
      )
    : [];
  return [
    packText(conclusion.pack.title)[language],
    ...conclusion.dossiers.map(({ statement, mean }) =>
      mean === null
        ? `- ${statement[language]}`
        : `- ${statement[language]} ${t.mean()}: ${language === 'vi' ? mean.rounded.replace('.', ',') : mean.rounded}.`,
    ),
    ...(conclusion.warnings.length === 0
      ? []
      : ['', `${t.textWarnings()}:`, ...conclusion.warnings.map((warning) => `- ${warning[language]}`)]),
    ...(whatIf ? ['', `${t.textWhatIf()}:`, ...(changes.length === 0 ? [`- ${t.whatIfNothing()}.`] : changes)] : []),
    '',
    readableSteps(conclusion.step, language),
    '',
  ].join('\n');
};
