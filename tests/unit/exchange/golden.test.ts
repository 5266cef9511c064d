import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ballotSchema } from '#domain/forms/ballot.ts';
import { EXCHANGE_VERSION } from '#domain/exchange/envelope.ts';
import { seatProofHolds } from '#main/exchange/keys.ts';
import { openPackage } from '#main/exchange/package-file.ts';
import { importSessionKeys } from '#main/exchange/protected-secret.ts';
import { openReceipt } from '#main/exchange/receipt-file.ts';
import { openReturn } from '#main/exchange/return-file.ts';

const root = new URL('../../data/exchange/', import.meta.url);
const expectedSchema = z.object({
  passphrase: z.string(),
  sessionIdentity: z.string(),
  memberIdentity: z.string(),
  seatSecret: z.string(),
  packageDigest: z.string(),
  returnDigest: z.string(),
  receiptDigest: z.string(),
  ballot: ballotSchema,
});

const versions = (await readdir(root)).filter((name) => /^v\d+$/.test(name));

describe('files as they lie in people’s archives', () => {
  it('exist for every version of the format there was', () => {
    expect(versions).toEqual(Array.from({ length: EXCHANGE_VERSION }, (_, at) => `v${at + 1}`));
  });

  it.each(versions)('of %s are opened', async (version) => {
    const read = (name: string): Promise<Uint8Array> => readFile(new URL(`${version}/${name}`, root));
    const expected = expectedSchema.parse(JSON.parse(Buffer.from(await read('expected.json')).toString()));

    const issued = await openPackage(await read('package.hdgoi'), expected.passphrase);
    if (!issued.ok) throw new Error(JSON.stringify(issued.refusal));
    expect(issued.value.digest).toBe(expected.packageDigest);
    expect(issued.value.manifest.seat.name).toBe('Trần Thị B');
    await issued.value.close();

    const returned = await openReturn(await read('return.hdphieu'), expected.sessionIdentity);
    if (!returned.ok) throw new Error(JSON.stringify(returned.refusal));
    expect(returned.value.digest).toBe(expected.returnDigest);
    expect(returned.value.ballots['hs-1']).toEqual(expected.ballot);
    expect(seatProofHolds(returned.value.manifest, [expected.seatSecret])).toBe(true);

    const receipt = await openReceipt(await read('receipt.hdbiennhan'), expected.memberIdentity);
    expect(receipt).toMatchObject({
      ok: true,
      value: { digest: expected.receiptDigest, manifest: { returnDigest: expected.returnDigest } },
    });

    const keys = await importSessionKeys(await read('keys.hdkhoa'), expected.passphrase);
    expect(keys).toMatchObject({ ok: true, value: { keys: { identity: expected.sessionIdentity } } });
  });
});
