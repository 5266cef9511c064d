/* eslint-disable import-x/no-default-export -- describes a module of a library as it is */
/** The part of node-forge that signing uses; the package itself carries no types. */
declare module 'node-forge' {
  export interface Asn1 {
    readonly tagClass: number;
    readonly type: number;
    readonly constructed: boolean;
    readonly value: string | Asn1[];
  }
  export interface ForgeBuffer {
    getBytes(): string;
    toHex(): string;
  }
  /** Nothing in it is asked of: both go back to forge as they came. */
  export type ForgeCertificate = object;
  export type ForgeKey = object;
  /** One thing a PKCS#12 file holds; `asn1` where forge itself can't read it. */
  export interface ForgeBag {
    readonly cert?: ForgeCertificate | null;
    readonly key?: ForgeKey | null;
    readonly asn1?: Asn1;
  }
  const forge: {
    readonly asn1: {
      readonly Class: { readonly UNIVERSAL: number; readonly CONTEXT_SPECIFIC: number };
      readonly Type: Readonly<Record<'SEQUENCE' | 'SET' | 'OID' | 'OCTETSTRING' | 'INTEGER' | 'NULL', number>>;
      create(tagClass: number, type: number, constructed: boolean, value: string | readonly Asn1[]): Asn1;
      toDer(asn1: Asn1): ForgeBuffer;
      fromDer(bytes: string, strict?: boolean | { parseAllBytes: boolean }): Asn1;
      oidToDer(oid: string): ForgeBuffer;
      derToOid(bytes: string): string;
    };
    readonly pki: {
      readonly oids: Readonly<Record<string, string>>;
      certificateToAsn1(certificate: ForgeCertificate): Asn1;
      privateKeyToPem(key: ForgeKey): string;
      readonly pbe: { getCipherForPBES2: (oid: string, parameters: Asn1, passphrase: string) => unknown };
    };
    readonly util: { encodeUtf8(text: string): string };
    readonly pkcs12: {
      pkcs12FromAsn1(
        asn1: Asn1,
        strict: boolean,
        passphrase: string,
      ): {
        getBags(filter: { bagType: string }): Readonly<Record<string, readonly ForgeBag[]>>;
      };
    };
  };
  export default forge;
}
