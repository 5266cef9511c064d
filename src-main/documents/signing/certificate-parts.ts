import forge, { type Asn1 } from 'node-forge';

/** Parts of a certificate as they are encoded in it: building them anew need not give the same bytes. */
export interface CertificateParts {
  readonly issuer: Asn1;
  readonly serialNumber: Asn1;
}

/** Members of an ASN.1 structure; none for a plain value. */
export const members = (node: Asn1 | undefined): readonly Asn1[] => (Array.isArray(node?.value) ? node.value : []);

/** Is it the tagged member with this number? */
export const isTagged = (node: Asn1 | undefined, tag: number): boolean =>
  node?.tagClass === forge.asn1.Class.CONTEXT_SPECIFIC && node.type === tag;

/** Issuer and serial number of an X.509 certificate; null where it is none. */
export function certificateParts(certificate: Asn1): CertificateParts | null {
  const fields = members(members(certificate)[0]);
  // The version stands first, unless it is the oldest.
  const first = isTagged(fields[0], 0) ? 1 : 0;
  const [serialNumber, , issuer] = fields.slice(first);
  return serialNumber && issuer ? { issuer, serialNumber } : null;
}
