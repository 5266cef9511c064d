import type { Workbook } from '#domain/workbook/state.ts';

/**
 * What must hold of every workbook, always. Returns what does not, in words for an engineer; empty for a sound workbook. Ballots of
 * dossiers that are no longer in the package are allowed: what a member wrote is never dropped.
 */
export const workbookInvariants = (workbook: Workbook): readonly string[] => {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const given = workbook.package;
  const dossierIds = given?.dossiers.map(({ id }) => id) ?? [];

  must(new Set(dossierIds).size === dossierIds.length, 'a dossier stands twice in the package');
  for (const dossier of given?.dossiers ?? [])
    must(given?.forms[dossier.formId] !== undefined, `dossier ${dossier.id} is judged with an unknown form`);
  must(given === null || workbook.publicKey !== null, 'a package without a key for the seat');
  must(
    new Set(workbook.changedDossiers).size === workbook.changedDossiers.length,
    'a dossier stands twice among the changed ones',
  );
  for (const id of workbook.changedDossiers)
    must(dossierIds.includes(id), `a changed dossier is not in the package: ${id}`);

  workbook.returns.forEach((made, index) => {
    must(made.revision === index + 1, `return ${index + 1} calls itself revision ${made.revision}`);
  });
  for (const part of ['returnId', 'digest'] as const) {
    const values = workbook.returns.map((made) => made[part]);
    must(new Set(values).size === values.length, `two returns share a ${part}`);
  }
  for (const { revision, code } of workbook.receipts)
    must(workbook.returns[revision - 1]?.code === code, `a receipt for no return: revision ${revision}`);
  return faults;
};
