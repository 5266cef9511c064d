import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { seedNamedSession } from './support/named-session.ts';
import { SecretaryScreens } from './screens/secretary.ts';
import { StorageScreens } from './screens/storage.ts';

const first = 'Hội đồng thứ nhất';

test('what is backed up comes back, also on another computer, and nothing that was there is lost', async ({
  launch,
  folder,
}) => {
  const dataDir = path.join(folder, 'seeded');
  const sessionId = await seedNamedSession(dataDir, first);
  const app = await launch({ dataDir });
  app.expectConsoleError(/422/);
  const { page } = app;
  const storage = new StorageScreens(app);
  const secretary = new SecretaryScreens(app);
  await storage.open();
  await storage.backUp();

  // A stick that is pulled out is told, and goes on when it is back.
  const stick = app.host === 'chromium' ? path.join(folder, 'stick') : path.join(folder, 'files-1', 'stick');
  await mkdir(stick, { recursive: true });
  await storage.nameSecondFolder(stick);
  await rename(stick, `${stick}-out`);
  await storage.open();
  await expect(storage.second.getByText('Hiện không thấy thư mục này')).toBeVisible();
  await expect(storage.second.getByRole('button', { name: 'Sao lưu vào đây ngay' })).toBeDisabled();
  await rename(`${stick}-out`, stick);
  await storage.open();
  await expect(storage.second.getByText('Hiện không thấy thư mục này')).toBeHidden();
  await storage.own.getByRole('button', { name: 'Đọc lại và kiểm tra mọi bản' }).click();
  await expect(storage.own.getByText(/mọi bản sao lưu nguyên vẹn/)).toBeVisible();
  await expectAccessible(app);

  // One session comes back as it was; what stood there is kept where the screen says.
  await storage.openSession(first);
  await page.getByRole('textbox', { name: 'Tên hội đồng' }).fill('Hội đồng gõ nhầm');
  await secretary.saved();
  await storage.open();
  await storage.restore(/^Khôi phục “/);
  const kept = await page.getByText(/nội dung trước đó được giữ ở/).innerText();
  const place = kept.slice(kept.indexOf('giữ ở ') + 'giữ ở '.length).trim();
  expect(await readFile(path.join(place, 'journal.jsonl'), 'utf8')).toContain('Hội đồng gõ nhầm');
  await expectAccessible(app);
  await storage.openSession(first);
  await expect(page.getByRole('textbox', { name: 'Tên hội đồng' })).toHaveValue(first);

  // Everything goes to another computer in one file.
  await storage.open();
  await page.getByRole('button', { name: 'Xuất toàn bộ ra một tệp…' }).click();
  await expect(page.getByText(/^Đã xuất 1 phiên họp và gói/)).toBeVisible();
  const file = await app.files.saved();
  const other = await launch();
  await other.page.getByRole('button', { name: /^Thư ký hội đồng/ }).click();
  const there = new StorageScreens(other);
  await there.open();
  await other.files.choose([file.path]);
  await other.page.getByRole('button', { name: 'Nhập từ máy khác…' }).click();
  await expect(other.page.getByRole('row', { name: new RegExp(first) })).toContainText('Thêm vào máy này');
  await other.page.getByRole('button', { name: 'Nhập', exact: true }).click();
  await expect(other.page.getByRole('row', { name: new RegExp(first) })).toContainText('Đã thêm');
  await there.openSession(first);
  expect(other.page.url()).toContain(sessionId);
});

test('a damaged session says what is lost, and goes on from its good part', async ({ launch, folder }) => {
  const dataDir = path.join(folder, 'seeded');
  const programme = 'Chương trình bị hỏng';
  const sessionId = await seedNamedSession(dataDir, first, programme);
  const journal = path.join(dataDir, 'sessions', sessionId, 'journal.jsonl');
  const text = await readFile(journal, 'utf8');
  await writeFile(journal, text.replace(programme, programme.toUpperCase()));
  await rm(path.join(dataDir, 'sessions', sessionId, 'snapshot.json'), { force: true });
  await rm(path.join(dataDir, 'index.json'), { force: true });
  const app = await launch({ dataDir });
  const { page } = app;
  await page.getByRole('table').getByRole('link', { name: first }).click();
  await expect(page.getByText(/Tệp nhật ký của phiên họp này bị hỏng/)).toBeVisible();
  await expect(page.getByText('Chỉ xem').first()).toBeVisible();
  await page.getByRole('link', { name: 'Xem mất gì và cách xử lý' }).click();
  await expect(page.getByText(/Không đọc được 1 thay đổi sau đó/)).toBeVisible();
  await expect(page.getByText(/Không có bản sao lưu nào còn tốt/)).toBeVisible();
  await expectAccessible(app);
  await page.getByRole('button', { name: 'Tiếp tục từ phần còn đọc được' }).click();
  await expect(page.getByText(/Phiên họp đã sửa được trở lại/)).toBeVisible();
  await page.getByRole('link', { name: `Mở “${first}”` }).click();
  await page.getByRole('textbox', { name: 'Chương trình' }).fill(programme);
  await new SecretaryScreens(app).saved();
  await app.close();

  // A save that was cut off is told once.
  const cut = await readFile(journal, 'utf8');
  await writeFile(journal, `${cut}{"actor":"secretary","at":"20`);
  const again = await launch({ dataDir });
  await again.page.getByRole('table').getByRole('link', { name: first }).click();
  const notice = again.page.getByText(new RegExp(`“${first}”: lần trước chương trình bị ngắt khi đang ghi`));
  await expect(notice).toBeVisible();
  await expect(again.page.getByRole('textbox', { name: 'Tên hội đồng' })).toHaveValue(first);
  await again.page.getByRole('button', { name: 'Đã xem' }).click();
  await expect(notice).toBeHidden();

  // Any two moments can be compared, and one field followed.
  await again.page.getByRole('link', { name: 'Lịch sử thay đổi' }).click();
  await again.page
    .getByRole('button', { name: /^Xem lúc này/ })
    .last()
    .click();
  await again.page
    .getByRole('button', { name: /^So với lúc này/ })
    .first()
    .click();
  const between = again.page.getByRole('region', { name: /^Từ .+ đến / });
  await expect(between.getByRole('row', { name: new RegExp(`^Tên hội đồng.*${first}`) })).toBeVisible();
  await between.getByRole('button', { name: 'Lịch sử của mục: Tên hội đồng' }).click();
  const followed = again.page.getByRole('region', { name: 'Lịch sử: Tên hội đồng' });
  await expect(followed.getByRole('row', { name: new RegExp(first) })).toBeVisible();
  await expectAccessible(again);
});

test('a second start says who holds the folder and only reads, until the first is gone @browser-only', async ({
  launch,
  folder,
}) => {
  const dataDir = path.join(folder, 'seeded');
  await seedNamedSession(dataDir, first);
  const one = await launch({ dataDir });
  const two = await launch({ dataDir });
  await expect(two.page.getByText(/đang được mở để ghi ở nơi khác: máy .+, tiến trình số \d+, từ \d/)).toBeVisible();
  await expect(two.page.getByRole('button', { name: 'Tạo phiên họp' })).toBeDisabled();
  await expect(two.page.getByRole('button', { name: /^Bỏ/ })).toHaveCount(0);
  await two.page.getByRole('table').getByRole('link', { name: first }).click();
  await expect(two.page.getByText('Chỉ xem').first()).toBeVisible();
  await expect(two.page.getByRole('textbox', { name: 'Tên hội đồng' })).toHaveAttribute('readonly');
  await one.close();
  await two.page.getByRole('button', { name: 'Thử mở để sửa' }).click();
  await expect(two.page.getByRole('textbox', { name: 'Tên hội đồng' })).toBeEditable();
  await two.close();

  // Left open by another computer: a person decides.
  const lock = path.join(dataDir, 'lock.json');
  const holder = JSON.parse(await readFile(lock, 'utf8')) as object;
  await writeFile(lock, JSON.stringify({ ...holder, host: 'may-van-phong', machine: 'another', held: true }));
  const three = await launch({ dataDir });
  await expect(three.page.getByText(/chưa được đóng ở máy may-van-phong/)).toBeVisible();
  await three.page.getByRole('button', { name: 'Mở để sửa trên máy này…' }).click();
  await three.page.getByRole('button', { name: 'Máy kia đã tắt, mở để sửa' }).click();
  await expect(three.page.getByText(/chưa được đóng ở máy may-van-phong/)).toBeHidden();
  await three.page.getByRole('table').getByRole('link', { name: first }).click();
  await expect(three.page.getByRole('textbox', { name: 'Tên hội đồng' })).toBeEditable();
});

test('a data folder that is pulled out keeps what is typed on the screen, and it is saved when the folder is back', async ({
  launch,
  folder,
}) => {
  const dataDir = path.join(folder, 'seeded');
  await seedNamedSession(dataDir, first);
  const app = await launch({ dataDir });
  app.expectConsoleError(/422/);
  const { page } = app;
  await page.getByRole('table').getByRole('link', { name: first }).click();
  await page.getByRole('textbox', { name: 'Tên hội đồng' }).fill('Gõ khi còn cắm');
  await new SecretaryScreens(app).saved();
  await rename(dataDir, `${dataDir}-out`);
  await page.getByRole('textbox', { name: 'Tên hội đồng' }).fill('Gõ khi đã rút');
  await expect(page.getByText(/Không còn thấy thư mục dữ liệu/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Tên hội đồng' })).toHaveValue('Gõ khi đã rút');
  // Nothing is announced as taken back that is not, and nothing is forgotten by leaving the screen.
  await page.getByRole('button', { name: /^Hoàn tác/ }).click();
  await expect(page.getByText(/^Đã hoàn tác/)).toBeHidden();
  await page.getByRole('link', { name: 'HoiDong' }).click();
  const kept = page.getByRole('alert').filter({ hasText: 'Còn nội dung đã nhập mà chưa lưu được' });
  await expect(kept).toContainText('Không còn thấy thư mục dữ liệu');
  await expect(page.getByRole('button', { name: 'Tạo phiên họp' })).toBeDisabled();
  await expectAccessible(app);
  await kept.getByRole('link', { name: 'Về phiên họp chưa lưu' }).click();
  await expect(page.getByRole('textbox', { name: 'Tên hội đồng' })).toHaveValue('Gõ khi đã rút');
  await page.getByRole('link', { name: 'HoiDong' }).click();
  await rename(`${dataDir}-out`, dataDir);
  await expect(kept).toBeHidden();
  await expect(page.getByRole('button', { name: 'Tạo phiên họp' })).toBeEnabled();
  await page.getByRole('table').getByRole('link', { name: 'Gõ khi đã rút' }).click();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Tên hội đồng' })).toHaveValue('Gõ khi đã rút');

  // A clock that was set back is told; nothing is refused for it.
  await page.clock.setFixedTime(Date.now() - 2 * 3_600_000);
  await page.reload();
  await expect(page.getByText('Đồng hồ của máy này đang chậm')).toBeVisible();
  await page.getByRole('textbox', { name: 'Tên hội đồng' }).fill('Gõ khi đồng hồ chậm');
  await new SecretaryScreens(app).saved();
  await expectAccessible(app);
});
