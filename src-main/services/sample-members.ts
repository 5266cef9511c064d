import type { Ballot } from '#domain/forms/ballot.ts';
import type { MemberEvent } from '#domain/workbook/events.ts';
import type { GivenDossier } from '#domain/workbook/state.ts';
import type { Application } from '#main/application/application.ts';
import type { BinaryFile } from '#domain/contract/binary.ts';

/** The events that write a whole ballot into a workbook, as the member would. */
export const ballotEvents = (dossierId: string, ballot: Ballot): readonly MemberEvent[] => [
  ...Object.entries(ballot.answers).flatMap(([key, { value, comment }]): readonly MemberEvent[] => [
    { type: 'answer.set', dossierId, key, value },
    ...(comment === '' ? [] : [{ type: 'answer.commented', dossierId, key, comment } as const]),
  ]),
  ...(ballot.opinion === null ? [] : [{ type: 'opinion.set', dossierId, opinion: ballot.opinion } as const]),
  ...(ballot.comment === '' ? [] : [{ type: 'comment.set', dossierId, comment: ballot.comment } as const]),
];

/**
 * One member's part, done by the program from a fixed table: opens the package, writes the ballots of the dossiers that are in it, and
 * submits. `application` is the member's own, with a data folder of its own.
 */
export const scoreFromTable = async (
  application: Pick<Application, 'services'>,
  given: { readonly file: BinaryFile; readonly passphrase: string },
  ballotFor: (dossier: GivenDossier) => Ballot | undefined,
): Promise<BinaryFile> => {
  const { workbooks } = application.services;
  const { workbookId } = await workbooks.openPackage({ file: given.file, passphrase: given.passphrase });
  const { workbook } = await workbooks.get({ workbookId });
  const events = (workbook.package?.dossiers ?? []).flatMap((dossier) => {
    const ballot = ballotFor(dossier);
    return ballot ? ballotEvents(dossier.id, ballot) : [];
  });
  await workbooks.record({ workbookId, events: [...events] });
  return (await workbooks.submit({ workbookId })).file;
};
