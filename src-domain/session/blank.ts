import type { Dossier, Member } from '#domain/session/state.ts';

/** A member with nothing filled in yet. */
export const blankMember = (id: string): Member => ({
  id,
  name: '',
  office: 'member',
  academicTitle: '',
  position: '',
  organisation: '',
  outside: false,
  email: '',
  phone: '',
});

/** A dossier with nothing filled in yet; all dossiers of a new session compete for one task. */
export const blankDossier = (id: string): Dossier => ({
  id,
  code: '',
  title: '',
  hostOrganisation: '',
  principal: '',
  formId: null,
  products: [],
  deliveries: {},
  contest: '',
  lateness: { daysLate: 0, due: null, consented: false },
  attachments: [],
});
