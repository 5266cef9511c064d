// Makes the golden files of one format version: `node tests/data/exchange/make-golden.ts tests/data/exchange/v1`. Run once for each version, when it
// is frozen, and never again: the files stand for those that lie in people's archives. The keys beside them are for tests only.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { exportSessionKeys } from '#main/exchange/protected-secret.ts';
import { sealReceipt } from '#main/exchange/receipt-file.ts';
import { ballot, makePackage, makeReturn, newSeat, passphrase, quickCipher } from '../../unit/exchange/samples.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say which folder');
const seat = await newSeat();
const issued = await makePackage(seat);
const returned = await makeReturn(seat, { remarks: 'Gửi thư ký' });
const receipt = await sealReceipt({
  sessionId: 'phien-1',
  receiptId: 'bn-1',
  createdAt: '2026-11-26T08:00:00+07:00',
  rehearsal: false,
  sessionTitle: 'Họp hội đồng tư vấn tuyển chọn',
  memberId: 'tv-1',
  returnId: 'phieu-1',
  revision: 1,
  returnDigest: returned.digest,
  takenAt: '2026-11-26T08:00:00+07:00',
  late: false,
  keys: seat.session,
  recipient: returned.manifest.memberRecipient,
});
const keys = { sessionId: 'phien-1', sessionTitle: 'Họp', exportedAt: '2026-11-23T08:00:00+07:00', keys: seat.session };
const expected = {
  passphrase,
  sessionIdentity: seat.session.identity,
  memberIdentity: seat.member.identity,
  seatSecret: seat.seatSecret,
  packageDigest: issued.digest,
  returnDigest: returned.digest,
  receiptDigest: receipt.digest,
  ballot,
};
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'package.hdgoi'), issued.bytes);
await writeFile(join(folder, 'return.hdphieu'), returned.bytes);
await writeFile(join(folder, 'receipt.hdbiennhan'), await collectBytes(receipt.chunks));
await writeFile(join(folder, 'keys.hdkhoa'), await exportSessionKeys(keys, passphrase, { cipher: quickCipher }));
await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
