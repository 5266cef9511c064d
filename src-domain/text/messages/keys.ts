import type { Catalogue } from '#domain/text/catalogue.ts';
import type { ProblemTexts } from '#domain/text/problem-texts.ts';

const vi = {
  title: 'Khóa của phiên họp',
  lead: 'Khóa mở các phiếu thành viên gửi lại. Khóa nằm trên máy đã tạo gói; thư ký thứ hai, hoặc máy thứ hai của thư ký, cần tệp khóa mới nhận được phiếu.',
  standing: 'Trên máy này',
  stateNone: 'Phiên họp chưa có khóa. Khóa được tạo cùng gói đầu tiên.',
  stateHere: 'Khóa có trên máy này và mở được phiếu.',
  stateLocked: 'Kho khóa của máy này đang khóa. Mở ra mới biết khóa của phiên họp có dùng được ở đây không.',
  stateLost: 'Khóa không có trên máy này, nên máy này chưa mở được phiếu.',
  stateElsewhere: 'Khóa nằm ở đây thuộc kho khóa của máy khác, nên máy này chưa mở được phiếu. Hãy nhập tệp khóa.',
  exportTitle: 'Cho máy khác: xuất tệp khóa',
  exportLead:
    'Ai có tệp khóa và mật khẩu của nó thì mở được mọi phiếu của phiên họp và ký được gói thay thư ký. Chỉ trao cho thư ký thứ hai; trao tệp và mật khẩu bằng hai đường khác nhau.',
  export: 'Tạo tệp khóa…',
  exporting: 'Đang tạo tệp khóa…',
  exported: 'Tệp khóa đã tạo xong',
  exportedText:
    'Mật khẩu chỉ hiện lần này. Hãy lưu tệp và in phiếu mật khẩu trước khi rời màn hình; nếu mất, tạo tệp khóa khác.',
  passphrase: 'Mật khẩu của tệp khóa',
  saveFile: 'Lưu tệp khóa',
  saveSlip: 'Lưu phiếu mật khẩu (PDF)',
  done: 'Đã cất giữ, ẩn mật khẩu',
  importTitle: 'Từ máy khác: nhập tệp khóa',
  importLead: 'Chọn tệp .hdkhoa xuất từ máy của thư ký kia. Phiên họp phải có trên máy này trước.',
  choose: 'Chọn tệp khóa…',
  dialogTitle: 'Nhập tệp khóa',
  dialogFile: (name: string) => `Tệp ${name}`,
  dialogPassphrase: 'Mật khẩu của tệp khóa',
  dialogPassphraseHelp: 'Ghi trên phiếu mật khẩu đi kèm. Chữ hoa, chữ thường và dấu gạch không quan trọng.',
  dialogImport: 'Nhập khóa',
  importing: 'Đang mở tệp khóa…',
  imported: 'Đã nhập khóa. Máy này mở được phiếu của phiên họp.',
  importedUnchanged: 'Máy này đã có đúng khóa ấy từ trước.',
  stepsTitle: 'Chuyển việc sang máy thứ hai',
  step1:
    'Chép dữ liệu sang máy kia: ở trang đầu, mục “Sao lưu và chuyển máy”, xuất ra một tệp rồi nhập tệp ấy ở máy kia.',
  step2: 'Ở máy này, tạo tệp khóa; trao tệp và mật khẩu bằng hai đường khác nhau.',
  step3: 'Ở máy kia, mở phiên họp, vào mục “Khóa và khi bị mất” rồi nhập tệp khóa.',
  step4: 'Từ đó chỉ nhận phiếu trên một máy. Hai máy cùng nhận thì lịch sử rẽ nhánh và phải chọn một bản.',

  leavingTitle: 'Đóng khi mật khẩu chưa được cất giữ?',
  leavingText:
    'Trên màn hình còn mật khẩu chỉ hiện một lần mà tệp hoặc phiếu mật khẩu chưa được lưu. Đóng cửa sổ thì không xem lại được; khi đó phải tạo lại gói (hoặc tệp khóa), phiên họp không mất gì.',
  leavingConfirm: 'Đóng, sẽ tạo lại sau',
  'stale.dossiers': 'Danh sách hồ sơ của thành viên này đã thay đổi sau khi tạo gói; nên tạo lại.',
  'stale.facts': 'Thông tin hoặc tệp của hồ sơ đã sửa sau khi tạo gói; nên tạo lại.',
  'stale.form':
    'Mẫu phiếu hoặc bộ quy định đã đổi sau khi tạo gói; phải tạo lại, phiếu theo gói cũ sẽ không được nhận.',
  'stale.secret': 'Cách bỏ phiếu (kín hay ghi tên) đã đổi sau khi tạo gói; phải tạo lại.',
  'stale.keys': 'Khóa của phiên họp đã thay sau khi tạo gói; phải tạo lại, phiếu theo gói cũ không mở được.',
  notKeptYet: 'Chưa lưu tệp',
  slipSaved: 'Đã lưu phiếu mật khẩu',
  slipNotSaved: 'Chưa lưu phiếu mật khẩu',

  lostTitle: 'Khi bị mất',
  lostLead: 'Mỗi trường hợp đều có lối ra; việc làm được ghi vào lịch sử.',
  lostPassphraseTitle: 'Thành viên quên mật khẩu của gói',
  lostPassphrase:
    'Vào bước “Gói cho thành viên”, bấm “Tạo lại” cho người ấy và trao mật khẩu mới. Những gì thành viên đã chấm không mất. Không ai, kể cả chương trình, tìm lại được mật khẩu cũ.',
  lostLaptopTitle: 'Thành viên hỏng hoặc mất máy',
  lostLaptop:
    'Thành viên cài chương trình trên máy khác và mở lại gói cũ (hoặc gói tạo lại). Phần chưa gửi thì phải chấm lại; phần đã gửi vẫn còn ở thư ký. Phiếu gửi từ máy mới mang khóa khác: chương trình báo “Khóa khác lần trước”, thư ký gọi hỏi rồi xác nhận khóa mới, có ghi lý do.',
  lostMemberKeyTitle: 'Thành viên mất khóa trên máy cũ',
  lostMemberKey:
    'Khi gửi phiếu mà chương trình báo khóa không còn, thành viên bỏ gói ấy vào thùng rác ở màn hình đầu rồi mở lại gói. Phiếu gửi sau đó mang khóa mới: ở bước “Phiếu gửi lại”, thư ký xác nhận khóa ngay tại dòng của tệp ấy, có ghi lý do.',
  lostVaultTitle: 'Thư ký quên mật khẩu kho khóa, hoặc hỏng máy',
  lostVault:
    'Còn một tệp khóa đã xuất, hoặc một máy khác có khóa: nhập tệp khóa ở trên (sau khi bỏ kho khóa cũ, nếu quên mật khẩu). Không còn bản nào: phiếu đã nhận vẫn đọc được trong phiên họp, nhưng phiếu mới gửi thì không ai mở được. Khi đó thay khóa của phiên họp, tạo lại gói cho mọi người và nhờ họ gửi lại; hoặc nhập phiếu giấy ở bước Kiểm phiếu.',
  newVault: 'Bỏ kho khóa cũ…',
  newVaultTitle: 'Bỏ kho khóa cũ của máy này?',
  newVaultText:
    'Dùng khi không còn nhớ mật khẩu kho khóa. Kho khóa cũ được cất vào thùng rác của thư mục dữ liệu, không bị xóa. Sau đó đặt mật khẩu mới; khóa của từng phiên họp phải được nhập lại từ tệp khóa hoặc thay mới.',
  newVaultConfirm: 'Bỏ kho khóa cũ',
  newVaultDone: 'Kho khóa cũ đã được cất vào thùng rác. Hãy đặt mật khẩu mới.',
  renew: 'Thay khóa của phiên họp…',
  renewTitle: 'Thay khóa của phiên họp?',
  renewText:
    'Chỉ dùng khi khóa cũ không còn ở đâu nữa. Phiếu niêm phong cho khóa cũ mà chưa nhận sẽ không mở được; các phiếu đã nhận vẫn còn. Mọi gói phải tạo lại và mọi thành viên còn thiếu phải mở gói mới, đồng ý với khóa mới của thư ký rồi gửi lại. Việc này được ghi vào lịch sử và không hoàn tác được.',
  renewReason: 'Lý do',
  renewConfirm: 'Thay khóa',
  renewed: 'Đã thay khóa. Hãy tạo lại gói cho mọi thành viên.',
  backupHint: 'Cách phòng: sau khi tạo gói, xuất một tệp khóa và cất ở nơi khác, mật khẩu để riêng.',
};

const en: typeof vi = {
  title: "The session's keys",
  lead: "The keys open the members' returns. They lie on the computer that made the packages; a second secretary, or a second computer, needs the key file to take returns.",
  standing: 'On this computer',
  stateNone: 'The session has no keys yet. They are made with the first package.',
  stateHere: 'The keys are on this computer and open returns.',
  stateLocked:
    'The key store of this computer is locked. Only once it is open can be told whether the keys of the session work here.',
  stateLost: 'The keys are not on this computer, so it cannot open returns.',
  stateElsewhere:
    "The keys that lie here belong to another computer's key store, so this one cannot open returns. Import the key file.",
  exportTitle: 'For another computer: export a key file',
  exportLead:
    'Whoever has the key file and its passphrase can open every return of the session and sign packages in its name. Give it to the second secretary alone, file and passphrase by two different ways.',
  export: 'Make a key file…',
  exporting: 'Making the key file…',
  exported: 'The key file is made',
  exportedText:
    'The passphrase is shown this once. Save the file and print the slip before leaving; if it is lost, make another key file.',
  passphrase: 'Passphrase of the key file',
  saveFile: 'Save the key file',
  saveSlip: 'Save the passphrase slip (PDF)',
  done: 'Kept safe, hide the passphrase',
  importTitle: 'From another computer: import a key file',
  importLead:
    "Choose the .hdkhoa file exported on the other secretary's computer. The session must be on this one first.",
  choose: 'Choose a key file…',
  dialogTitle: 'Import a key file',
  dialogFile: (name) => `File ${name}`,
  dialogPassphrase: 'Passphrase of the key file',
  dialogPassphraseHelp: 'It stands on the slip. Capitals and dashes do not matter.',
  dialogImport: 'Import the keys',
  importing: 'Opening the key file…',
  imported: "The keys were imported. This computer opens the session's returns.",
  importedUnchanged: 'This computer had these very keys already.',
  stepsTitle: 'Handing over to a second computer',
  step1:
    'Bring the data to the other computer: on the first page, under “Backups and moving to another computer”, export to a file and import that file there.',
  step2: 'Here, make a key file; hand over file and passphrase by two different ways.',
  step3: 'There, open the session, go to “Keys, and what was lost” and import the key file.',
  step4:
    'From then on take returns on one computer only. Where both take them, the histories part and one must be chosen.',

  leavingTitle: 'Close before the passphrases are kept?',
  leavingText:
    'The screen still shows passphrases that are told once, and their file or slip has not been saved. After closing they cannot be seen again; the packages (or the key file) must then be made again. The session loses nothing.',
  leavingConfirm: 'Close, make them again later',
  'stale.dossiers': 'The dossiers of this member have changed since; make it again.',
  'stale.facts': 'Facts or files of a dossier were edited since; make it again.',
  'stale.form':
    'The ballot or the regulation pack has changed since; it must be made again, returns on the old one are not taken.',
  'stale.secret': 'Whether the vote is secret has changed since; it must be made again.',
  'stale.keys':
    'The keys of the session were replaced since; it must be made again, returns on the old one cannot be opened.',
  notKeptYet: 'File not saved yet',
  slipSaved: 'Slip saved',
  slipNotSaved: 'Slip not saved yet',

  lostTitle: 'When something is lost',
  lostLead: 'There is a way out of each case; what is done goes into the history.',
  lostPassphraseTitle: 'A member forgot the passphrase of the package',
  lostPassphrase:
    'In the step “Packages”, make the package again for that member and hand over the new passphrase. What the member has scored is not lost. Nobody, the program included, can find the old passphrase.',
  lostLaptopTitle: "A member's computer is broken or gone",
  lostLaptop:
    'The member installs the program on another computer and opens the old package (or one made again). What was not sent must be scored again; what was sent is with the secretary. A return from the new computer carries another key: the program says “Another key than before”, the secretary asks the member and confirms the new key with a reason.',
  lostMemberKeyTitle: "A member's key is gone from the computer",
  lostMemberKey:
    'Where the program says that the key is gone, the member removes that package on the first screen and opens it again. The return sent then carries a new key, which the secretary confirms with a reason at the line of that file, in the step Returns.',
  lostVaultTitle: 'The secretary forgot the passphrase of the key store, or the computer is broken',
  lostVault:
    'If there is an exported key file, or another computer with the keys: import the key file above (after giving up the old key store where its passphrase is forgotten). If there is neither: returns that were taken can still be read in the session, but new ones can be opened by nobody. Then replace the keys of the session, make every package again and ask the members to return anew; or enter paper ballots in the step Counting.',
  newVault: 'Give up the old key store…',
  newVaultTitle: 'Give up the old key store of this computer?',
  newVaultText:
    'For when its passphrase is forgotten. The old key store goes to the bin inside the data folder and is not erased. Then set a new passphrase; the keys of each session must be imported from a key file or replaced.',
  newVaultConfirm: 'Give up the old key store',
  newVaultDone: 'The old key store was put into the bin. Set a new passphrase.',
  renew: "Replace the session's keys…",
  renewTitle: "Replace the session's keys?",
  renewText:
    'Only when the old keys are nowhere any more. Returns sealed to the old keys and not taken yet can never be opened; those taken stay. Every package must be made again, and every member who has not returned must open it, accept the new key of the secretary and return. This goes into the history and cannot be undone.',
  renewReason: 'Reason',
  renewConfirm: 'Replace the keys',
  renewed: 'The keys were replaced. Make the packages of all members again.',
  backupHint:
    'To be safe: after making the packages export a key file and keep it elsewhere, the passphrase apart from it.',
};

/** Texts of the keys of a session, and of the ways out when something is lost. */
export const keyMessages: Catalogue<typeof vi> = { vi, en };

export const keyProblems: ProblemTexts = {
  'keys.noneYet': {
    vi: () => 'Phiên họp chưa có khóa nên chưa có gì để xuất. Khóa được tạo cùng gói đầu tiên.',
    en: () => 'The session has no keys yet, so there is nothing to export. They are made with the first package.',
  },
  'keys.wrongPassphrase': {
    vi: ({ fileName }) =>
      `Mật khẩu không mở được “${String(fileName)}”. Không có gì bị thay đổi; hãy so lại với phiếu mật khẩu, hoặc kiểm tra có đúng tệp không.`,
    en: ({ fileName }) =>
      `The passphrase does not open “${String(fileName)}”. Nothing was changed; compare it with the slip, or check that it is the right file.`,
  },
  'keys.newerFormat': {
    vi: ({ fileName }) =>
      `“${String(fileName)}” được tạo bằng chương trình mới hơn. Không có gì bị thay đổi; hãy cập nhật chương trình trên máy này rồi nhập lại.`,
    en: ({ fileName }) =>
      `“${String(fileName)}” was made by a newer program. Nothing was changed; update the program on this computer and import again.`,
  },
  'keys.damaged': {
    vi: ({ fileName }) =>
      `“${String(fileName)}” bị hỏng trên đường đi. Không có gì bị thay đổi; hãy chép lại tệp từ máy kia, hoặc xuất tệp khóa mới.`,
    en: ({ fileName }) =>
      `“${String(fileName)}” was damaged on the way. Nothing was changed; copy it again, or export another key file.`,
  },
  'keys.notAKeyFile': {
    vi: ({ fileName }) =>
      `“${String(fileName)}” không phải tệp khóa (.hdkhoa) của chương trình. Không có gì bị thay đổi.`,
    en: ({ fileName }) => `“${String(fileName)}” is no key file (.hdkhoa) of this program. Nothing was changed.`,
  },
  'keys.sessionNotHere': {
    vi: ({ title }) =>
      `Tệp khóa này của phiên họp “${String(title)}”, mà phiên họp ấy chưa có trên máy này. Khóa chưa được nhập; hãy chép phiên họp sang máy này trước rồi nhập lại tệp khóa.`,
    en: ({ title }) =>
      `The key file is of the session “${String(title)}”, which is not on this computer. The keys were not imported; bring the session here first, then import again.`,
  },
  'keys.notThisSessions': {
    vi: () =>
      'Khóa trong tệp không phải khóa mà phiên họp trên máy này đang dùng. Khóa chưa được nhập. Có thể bản phiên họp ở đây cũ hơn, hoặc khóa đã được thay: hãy chép lại phiên họp từ máy kia rồi nhập lại.',
    en: () =>
      'The keys in the file are not those the session on this computer uses. They were not imported. Perhaps the session here is an older copy, or its keys were replaced: bring the session over again, then import.',
  },
  'keys.stillHere': {
    vi: () =>
      'Khóa của phiên họp vẫn mở được trên máy này nên không cần thay. Chưa có gì thay đổi; nếu muốn có bản dự phòng, hãy xuất tệp khóa.',
    en: () =>
      'The keys of the session still open on this computer and need no replacing. Nothing was changed; to have a spare, export a key file.',
  },
  'packages.keptGone': {
    vi: () =>
      'Tệp gói vừa tạo không còn được giữ trong chương trình. Phiên họp vẫn còn nguyên; hãy tạo lại gói cho thành viên ấy.',
    en: () =>
      'The package just made is no longer kept by the program. The session is untouched; make that package again.',
  },
  'session.keysElsewhere': {
    vi: () =>
      'Khóa của phiên họp này thuộc kho khóa của một máy khác nên máy này chưa mở được phiếu. Không có gì bị mất; hãy vào “Khóa và khi bị mất” để nhập tệp khóa (.hdkhoa) từ máy kia.',
    en: () =>
      'The keys of this session belong to the key store of another computer, so returns cannot be opened here. Nothing is lost; go to “Keys, and what was lost” and import the key file (.hdkhoa) of that computer.',
  },
};
