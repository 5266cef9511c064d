import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run as inspect } from '#main/cli/commands/inspect.ts';
import { run as schema } from '#main/cli/commands/schema.ts';
import { run as verify } from '#main/cli/commands/verify-exchange.ts';
import type { CommandIo } from '#main/cli/command.ts';
import { jsonSchemaOf } from '#domain/exchange/json-schema.ts';
import { exportSessionKeys } from '#main/exchange/protected-secret.ts';
import { makePackage, makeReturn, newSeat, passphrase, quickCipher } from './samples.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
let secrets: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'));
  const seat = await newSeat();
  secrets = [seat.seatSecret, seat.session.identity, seat.session.signingKey, '10.5', 'Khá đầy đủ'];
  await writeFile(at('a.hdgoi'), (await makePackage(seat)).bytes);
  await writeFile(at('b.hdphieu'), (await makeReturn(seat)).bytes);
  const keys = {
    sessionId: 'phien-1',
    sessionTitle: 'Họp\u001b[2J',
    exportedAt: '2026-11-23T08:00:00+07:00',
    keys: seat.session,
  };
  await writeFile(at('c.hdkhoa'), await exportSessionKeys(keys, passphrase, { cipher: quickCipher }));
  await writeFile(at('words.txt'), `${passphrase}\n`);
  await writeFile(at('wrong.txt'), 'sai\n');
  await writeFile(at('key.txt'), `# khóa\n${seat.session.identity}\n`);
  await writeFile(at('text.hdphieu'), 'xin chào');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const call = async (
  command: (args: readonly string[], io: CommandIo) => Promise<number> | number,
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> => {
  let out = '';
  let err = '';
  const code = await command(args, { language: 'vi', out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
};

describe('hoidong inspect', () => {
  it('says without a key only how a file is locked', async () => {
    expect(await call(inspect, at('a.hdgoi'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('Khóa bằng mật khẩu') as string,
    });
    const sealed = await call(inspect, at('b.hdphieu'));
    expect(sealed).toMatchObject({ code: 0, out: expect.stringContaining('Niêm phong cho một khóa') as string });
    expect(sealed.out).not.toContain('tv-1');
  });

  it('says with the key what it is, from whom, what is in it and what was verified, and never a secret or a vote', async () => {
    for (const json of [[], ['--json']]) {
      const issued = await call(inspect, at('a.hdgoi'), '--passphrase-file', at('words.txt'), ...json);
      const returned = await call(inspect, at('b.hdphieu'), '--identity-file', at('key.txt'), ...json);
      const keys = await call(inspect, at('c.hdkhoa'), '--passphrase-file', at('words.txt'), ...json);
      expect([issued.code, returned.code, keys.code]).toEqual([0, 0, 0]);
      expect(issued.out).toContain('Trần Thị B');
      expect(issued.out).toContain('forms/phieu-danh-gia.json');
      expect(returned.out).toContain('ballots.json');
      expect(keys.out).toContain('phien-1');
      for (const { out } of [issued, returned, keys]) {
        expect(out).not.toContain('\u001b');
        for (const secret of secrets) expect(out).not.toContain(secret);
      }
      if (json.length > 0)
        expect(JSON.parse(returned.out)).toMatchObject({ opened: { value: { kind: 'return', memberId: 'tv-1' } } });
    }
  });

  it('tells what is wrong in words and by its exit code', async () => {
    const wrong = await call(inspect, at('a.hdgoi'), '--passphrase-file', at('wrong.txt'));
    expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('Sai mật khẩu') as string });
    expect(await call(inspect, at('text.hdphieu'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('Không phải tệp') as string,
    });
    expect(await call(inspect, at('khong-co'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT') as string,
    });
    await expect(call(inspect)).rejects.toThrow('Cách dùng');
  });
});

describe('hoidong verify', () => {
  it('succeeds only on what was checked', async () => {
    expect((await call(verify, at('a.hdgoi'), '--passphrase-file', at('words.txt'))).code).toBe(0);
    expect((await call(verify, at('b.hdphieu'), '--identity-file', at('key.txt'))).code).toBe(0);
    expect(await call(verify, at('b.hdphieu'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('Chưa kiểm tra') as string,
    });
    expect((await call(verify, at('a.hdgoi'), '--passphrase-file', at('wrong.txt'))).code).toBe(1);
  });
});

describe('hoidong schema', () => {
  it('prints the JSON Schema and nothing else', async () => {
    for (const name of ['package', 'return', 'receipt', 'ballots'] as const)
      expect(JSON.parse((await call(schema, name)).out)).toEqual(jsonSchemaOf(name));
    await expect(call(schema, 'toString')).rejects.toThrow('Cách dùng');
  });
});
