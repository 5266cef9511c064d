/** Addresses of the member's screens. */
export const homeAddress = '/workbooks';
export const workbookAddress = (workbookId: string): string => `/workbooks/${workbookId}`;
/** @param anchor the field to go to, as `placeAnchor` names it */
export const dossierAddress = (workbookId: string, dossierId: string, anchor?: string): string =>
  `/workbooks/${workbookId}/dossiers/${dossierId}${anchor === undefined ? '' : `/${anchor}`}`;
export const checkAddress = (workbookId: string): string => `/workbooks/${workbookId}/check`;
export const returnAddress = (workbookId: string, revision: number): string =>
  `/workbooks/${workbookId}/returns/${revision}`;
export const historyAddress = (workbookId: string): string => `/workbooks/${workbookId}/history`;
