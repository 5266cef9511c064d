import { z } from 'zod';
import { idSchema, localTimeSchema } from '#domain/session/state.ts';
import { formOf, type Workbook } from '#domain/workbook/state.ts';
import { checkBallot } from '#domain/forms/points.ts';
import { ballotToSend } from '#domain/workbook/outgoing.ts';

/** What the list of workbooks shows of one without opening it. */
export const workbookHeadSchema = z.strictObject({
  id: idSchema,
  sessionId: idSchema.nullable(),
  councilName: z.string(),
  memberName: z.string(),
  startsAt: localTimeSchema.nullable(),
  deadline: localTimeSchema.nullable(),
  rehearsal: z.boolean(),
  dossiers: z.int().min(0),
  /** Dossiers that need nothing more: the ballot lacks nothing, or a conflict of interest is declared. */
  complete: z.int().min(0),
  /** The last return made; null before the first. */
  revision: z.int().min(1).nullable(),
  /** A receipt for that very return has come. */
  received: z.boolean(),
});
export type WorkbookHead = z.infer<typeof workbookHeadSchema>;

export const workbookHead = (workbook: Workbook): WorkbookHead => {
  const given = workbook.package;
  const dossiers = given?.dossiers ?? [];
  const complete = dossiers.filter((dossier) => {
    const form = given ? formOf(given, dossier) : undefined;
    if (form === undefined) return false;
    return (
      workbook.conflicts[dossier.id] !== undefined ||
      (!workbook.changedDossiers.includes(dossier.id) &&
        checkBallot(form, dossier.products, ballotToSend(workbook, dossier)).complete)
    );
  });
  const last = workbook.returns.at(-1);
  return {
    id: workbook.id,
    sessionId: given?.sessionId ?? null,
    councilName: given?.council.name ?? '',
    memberName: given?.seat.name ?? '',
    startsAt: given?.meeting.startsAt ?? null,
    deadline: given?.meeting.deadline ?? null,
    rehearsal: given?.rehearsal ?? false,
    dossiers: dossiers.length,
    complete: complete.length,
    revision: last?.revision ?? null,
    received: last !== undefined && workbook.receipts.some(({ code }) => code === last.code),
  };
};
