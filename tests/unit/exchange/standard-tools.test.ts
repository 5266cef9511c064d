import { execFile } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonSchemaOf, publishedSchemas, type PublishedSchema } from '#domain/exchange/json-schema.ts';
import { sealReceipt } from '#main/exchange/receipt-file.ts';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { makePackage, makeReturn, newSeat, passphrase, type Seat } from './samples.ts';

const run = promisify(execFile);
const age = '/usr/bin/age';
const unzip = '/usr/bin/unzip';

/** `age -d` asks for a passphrase on a terminal; Python's pty is one. */
const typePassphrase = `
import os, pty, sys
passphrase, args = sys.argv[1], sys.argv[2:]
pid, fd = pty.fork()
if pid == 0:
    os.execv(args[0], args)
seen = b''
while b'passphrase' not in seen.lower():
    seen += os.read(fd, 1024)
os.write(fd, passphrase.encode() + b'\\n')
while True:
    try:
        if not os.read(fd, 1024): break
    except OSError: break
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

/** The published schema, as it lies beside FORMAT.md. */
const publishedSchema = async (name: PublishedSchema): Promise<Record<string, unknown>> =>
  JSON.parse(
    await readFile(new URL(`../../../src-main/exchange/schema/${name}.schema.json`, import.meta.url), 'utf8'),
  ) as Record<string, unknown>;

/** What JSON Schema finds wrong; nothing of this program has a part in it. */
const wrongWith = async (name: PublishedSchema, value: unknown): Promise<unknown> => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('date-time', true).addFormat('date', true);
  const validate = ajv.compile(await publishedSchema(name));
  return validate(value) ? null : validate.errors;
};

let folder: string;
let seat: Seat;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tools-'));
  seat = await newSeat();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const unpack = async (zip: string, into: string): Promise<(name: string) => Promise<Buffer>> => {
  await run(unzip, ['-tq', zip]);
  await run(unzip, ['-q', zip, '-d', into]);
  return (name) => readFile(join(into, name));
};

/** Signature, fingerprints and sizes with nothing but standard algorithms, as FORMAT.md says. */
const checkByHand = async (
  read: (name: string) => Promise<Buffer>,
  keyField: string,
): Promise<Record<string, unknown>> => {
  const bytes = await read('manifest.json');
  const manifest = JSON.parse(bytes.toString()) as Record<string, unknown> & {
    entries: { path: string; sha256: string; size: number }[];
  };
  const prefix = Buffer.from('302a300506032b6570032100', 'hex');
  const raw = Buffer.from(String(manifest[keyField]), 'base64url');
  const key = createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' });
  expect(verify(null, bytes, key, await read('manifest.sig'))).toBe(true);
  for (const { path, sha256, size } of manifest.entries) {
    const entry = await read(path);
    expect(entry.length).toBe(size);
    expect(createHash('sha256').update(entry).digest('hex')).toBe(sha256);
  }
  return manifest;
};

describe('with age, unzip and the published JSON Schema alone', () => {
  it('the tools are there', () => {
    // A machine without them must say so and not pass by.
    expect(existsSync(age) && existsSync(unzip)).toBe(true);
  });

  it('a package can be opened, checked and read', async () => {
    const { bytes } = await makePackage(seat);
    await writeFile(join(folder, 'goi.hdgoi'), bytes);
    await run('python3', [
      '-c',
      typePassphrase,
      passphrase,
      age,
      '-d',
      '-o',
      join(folder, 'goi.zip'),
      join(folder, 'goi.hdgoi'),
    ]);
    const read = await unpack(join(folder, 'goi.zip'), join(folder, 'goi'));
    const manifest = await checkByHand(read, 'secretaryKey');
    expect(await wrongWith('package', manifest)).toBeNull();
    expect(manifest).toMatchObject({ kind: 'package', seat: { memberId: 'tv-1' } });
    expect(await wrongWith('package', { ...manifest, number: 0 })).not.toBeNull();
    expect(await wrongWith('package', { ...manifest, extra: 1 })).not.toBeNull();
  });

  it('a return can be opened with the session’s identity, checked and read', async () => {
    const { bytes } = await makeReturn(seat);
    await writeFile(join(folder, 'phieu.hdphieu'), bytes);
    await writeFile(join(folder, 'key.txt'), `${seat.session.identity}\n`);
    await run(age, [
      '-d',
      '-i',
      join(folder, 'key.txt'),
      '-o',
      join(folder, 'phieu.zip'),
      join(folder, 'phieu.hdphieu'),
    ]);
    const read = await unpack(join(folder, 'phieu.zip'), join(folder, 'phieu'));
    expect(await wrongWith('return', await checkByHand(read, 'memberKey'))).toBeNull();
    expect(await wrongWith('ballots', JSON.parse((await read('ballots.json')).toString()))).toBeNull();
  });

  it('a receipt can be opened with the member’s identity, checked and read', async () => {
    const returned = await makeReturn(seat);
    const sealed = await sealReceipt({
      sessionId: 'phien-1',
      receiptId: 'bn-1',
      createdAt: '2026-11-26T08:00:00+07:00',
      rehearsal: false,
      sessionTitle: 'Họp',
      memberId: 'tv-1',
      returnId: 'phieu-1',
      revision: 1,
      returnDigest: returned.digest,
      takenAt: '2026-11-26T08:00:00+07:00',
      late: false,
      keys: seat.session,
      recipient: returned.manifest.memberRecipient,
    });
    await writeFile(join(folder, 'bn.hdbiennhan'), await collectBytes(sealed.chunks));
    await writeFile(join(folder, 'member.txt'), `${seat.member.identity}\n`);
    await run(age, [
      '-d',
      '-i',
      join(folder, 'member.txt'),
      '-o',
      join(folder, 'bn.zip'),
      join(folder, 'bn.hdbiennhan'),
    ]);
    const read = await unpack(join(folder, 'bn.zip'), join(folder, 'bn'));
    expect(await wrongWith('receipt', await checkByHand(read, 'secretaryKey'))).toBeNull();
  });
});

describe('the published schemas', () => {
  it.each(Object.keys(publishedSchemas) as PublishedSchema[])('are the ones the code has: %s', async (name) => {
    expect(await publishedSchema(name)).toEqual(jsonSchemaOf(name));
  });
});
