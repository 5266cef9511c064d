import type { ProblemTexts } from '#domain/text/problem-texts.ts';
import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  // How the council votes.
  choiceTitle: 'Cách bỏ phiếu',
  choiceLabel: 'Phiếu của thành viên',
  named: 'Ghi tên: kết quả cho biết phiếu nào của ai',
  secret: 'Bỏ phiếu kín: không cho biết phiếu nào của ai',
  choiceHint: 'Chọn trước khi tạo gói: gói nói với thành viên phiếu của họ được giữ thế nào.',
  fromPack: 'Theo bộ quy định đang dùng; có thể chọn khác.',
  hasBallots: 'Đã có phiếu nên không đổi cách bỏ phiếu được nữa.',
  promised: 'Đã phát gói và hứa bỏ phiếu kín với thành viên, nên không đổi lại thành phiếu ghi tên được.',
  packagesSecret: 'Bỏ phiếu kín. Các gói này cho thành viên biết điều đó và biết giới hạn của nó.',
  packagesPrepared: 'Muốn bỏ phiếu kín thì chọn ở bước Phiên họp trước khi tạo gói.',

  // What it does and what it can't.
  honestTitle: 'Bỏ phiếu kín giữ được gì và không giữ được gì',
  does1:
    'Chương trình chỉ cho biết ai đã gửi phiếu. Tệp được kiểm tra khi nhận mà không hiện nội dung cho ai, rồi nằm trong hòm phiếu niêm phong cho tới khi mở.',
  does2:
    'Khi mở, phiếu được tách khỏi tên, xáo ngẫu nhiên riêng từng hồ sơ rồi đánh số. Màn hình, văn bản in và tệp xuất ra không ghi tên cạnh phiếu; lịch sử và bản sao lưu không lưu phiếu nào của ai.',
  does3: 'Mở xong, khóa của hòm bị hủy: không ai mở lại được phiếu niêm phong trong máy này, kể cả thư ký.',
  cannot: 'Chương trình không ngăn được những điều sau:',
  cannot1:
    'Thư ký có khóa phiên họp và còn tệp .hdphieu ở nơi khác (thư điện tử, USB, thùng rác của máy) thì vẫn mở được tệp đó và đọc phiếu cùng tên. Nên xóa các tệp ấy sau khi mở phiếu.',
  cannot2:
    'Ít người thì dễ đoán: các phiếu giống hệt nhau cho biết mọi người đã bỏ thế nào; chỉ một, hai người chấm một hồ sơ thì gần như lộ; ai biết phiếu của mình và của vài người khác thì trừ dần ra.',
  cannot3:
    'Lời văn trong nhận xét có thể cho biết người viết. Nhận xét đã ký tên hoặc đã đọc tại họp thì không còn kín.',
  cannot4:
    'Phiếu giấy: người nhập thấy nội dung tờ phiếu. Nếu chỉ một người bỏ phiếu giấy, người nhập biết tờ đó của ai.',
  cannot5: 'Thành viên giữ phiếu của mình trên máy của họ và có thể tự cho người khác xem.',
  memberTitle: 'Bỏ phiếu kín',
  memberLead:
    'Thư ký biết ông/bà đã gửi phiếu. Phiếu nằm trong hòm niêm phong cho tới khi mở cùng lúc với phiếu của mọi người; lúc đó phiếu được bỏ tên và xáo ngẫu nhiên.',
  memberCannot1:
    'Thư ký có khóa phiên họp; nếu cố ý mở riêng tệp này ngoài chương trình thì vẫn đọc được cả tên và phiếu.',
  memberCannot2:
    'Hội đồng ít người nên phiếu giống nhau hoặc lời nhận xét dễ nhận ra vẫn có thể cho biết ai đã viết. Hãy viết nhận xét không nhắc đến mình.',
  memberCannot3: 'Điều ghi ở ô lời nhắn gửi thư ký được giữ cùng tên, không kín.',
  memberMore: 'Giới hạn của bỏ phiếu kín',

  // The box.
  boxTitle: 'Hòm phiếu kín',
  boxLead: 'Mở một lần, sau khi đã thu đủ phiếu và điểm danh. Trước đó không ai xem được kết quả, kể cả tạm tính.',
  boxDossier: 'Hồ sơ',
  boxVoters: 'Được bỏ phiếu',
  boxInBox: 'Phiếu trong hòm',
  boxSetAside: 'Của người vắng mặt',
  boxSetAsideHint: 'Không mở, không tính; bị hủy cùng khóa của hòm.',
  boxFew: 'Có hồ sơ chỉ có một hoặc hai phiếu: mở ra là gần như biết phiếu của ai.',
  boxMissing: (names: string) => `Chưa có phiếu của: ${names}. Sau khi mở không nhận thêm phiếu.`,
  lackAttendance: (names: string) => `Hãy điểm danh trước khi mở hòm: ${names}.`,
  lackPaper: (dossier: string, voters: number, keyedIn: number) =>
    `${dossier}: ${voters} người có mặt được ghi bỏ phiếu giấy nhưng đã nhập ${keyedIn} tờ. Hai số phải bằng nhau.`,
  lackNothing: 'Hòm chưa có phiếu nào được tính.',
  openBox: 'Mở hòm phiếu…',
  opening: 'Đang mở và xáo phiếu…',
  openConfirmTitle: 'Mở hòm phiếu?',
  openConfirm: 'Mở hòm phiếu',
  openText1: 'Mọi phiếu được mở cùng lúc, tách khỏi tên và xáo ngẫu nhiên. Việc này không hoàn tác được.',
  openText2:
    'Sau đó không nhận thêm phiếu và không đổi điểm danh hay xung đột lợi ích của người đã bỏ phiếu. Tệp biên nhận thì vẫn làm được: biên nhận chỉ ghi là đã nhận phiếu, không cho biết nội dung phiếu.',
  openedAt: (when: string) => `Đã mở hòm phiếu lúc ${when}`,
  openedText: 'Phiếu đã bỏ tên, xáo ngẫu nhiên và đánh số riêng từng hồ sơ. Khóa của hòm đã bị hủy.',
  openedDelete: 'Hãy xóa các tệp .hdphieu còn trong thư điện tử, USB và thư mục tải về.',
  voteAgain: 'Hủy kết quả và bỏ phiếu lại…',
  voteAgainTitle: 'Hủy kết quả mở phiếu và bỏ phiếu lại',
  voteAgainText:
    'Dùng khi mở nhầm hoặc thiếu phiếu. Các phiếu vừa mở không được tính nữa; mỗi thành viên gửi lại một tệp mới (chương trình của họ làm được ngay) hoặc bỏ phiếu giấy. Lý do được ghi vào lịch sử và biên bản kiểm phiếu. Ai so hai lần mở phiếu có thể đoán ra phiếu của người đổi ý, nên chỉ dùng khi thật cần.',
  voteAgainReason: 'Lý do bỏ phiếu lại',
  voteAgainConfirm: 'Hủy và bỏ phiếu lại',
  votedAgainBefore: (when: string, reason: string) => `Đã hủy kết quả mở phiếu lúc ${when}: ${reason}`,
  cancel: 'Hủy',

  // Paper ballots.
  paperTitle: 'Phiếu giấy không ghi tên',
  paperLead:
    'Đánh dấu ai đã bỏ phiếu giấy, rồi nhập từng tờ lấy ra từ thùng phiếu giấy theo thứ tự bất kỳ. Tờ đã nhập vào hòm niêm phong, không xem lại được trước khi mở. Ai có cả phiếu giấy và tệp thì phiếu giấy được tính thay cho tệp.',
  paperWho: 'Ai đã bỏ phiếu giấy',
  paperCast: (member: string, dossier: string) => `${member} đã bỏ phiếu giấy, ${dossier}`,
  paperDossier: 'Hồ sơ của tờ phiếu',
  paperEnter: 'Nhập một tờ…',
  paperFormTitle: (dossier: string) => `Một tờ phiếu giấy, ${dossier}`,
  paperPut: 'Bỏ vào hòm',
  paperCount: (dossier: string, count: number) => `${dossier}: đã nhập ${count} tờ`,
  paperRemove: (dossier: string) => `Lấy tờ sau cùng ra khỏi hòm, ${dossier}`,
  paperRemoveShort: 'Lấy tờ sau cùng ra',
  paperUnreadable: 'Tờ đã lấy ra không xem lại được; hãy nhập lại từ tờ giấy.',

  // Returns.
  cellSealed: 'Đã gửi',
  returnsLead:
    'Bỏ phiếu kín: tệp được kiểm tra rồi niêm phong vào hòm phiếu. Bảng này chỉ cho biết ai đã gửi, không cho biết chấm thế nào.',
  drop: 'Bỏ để nhận lại',
  dropFor: (name: string) => `Bỏ để nhận lại: ${name}`,
  dropTitle: (name: string) => `Bỏ phiếu đã nhận của ${name}?`,
  dropText:
    'Dùng khi thành viên chấm ở hai nơi và hai bản rẽ nhánh: bỏ phiếu kín nên không ghép trên màn hình được. Thành viên chọn một bản, gửi lại; tệp đó sẽ được nhận. Lý do được ghi vào lịch sử.',
  dropReason: 'Lý do',
  dropConfirm: 'Bỏ phiếu đã nhận',
  divergedWhat:
    'Bản này không viết tiếp từ bản đang giữ, có thể vì thành viên chấm ở hai nơi. Bỏ phiếu kín nên không ghép hai bản trên màn hình: làm thế sẽ thấy phiếu.',
  divergedTodo:
    'Hỏi thành viên muốn dùng bản nào. Nếu là tệp này: bấm “Bỏ để nhận lại” ở dòng của thành viên trong bảng dưới, rồi chọn lại tệp.',

  // Results.
  notYetTitle: 'Hòm phiếu kín chưa mở',
  notYet: 'Kết quả hiện ra sau khi mở hòm ở bước Kiểm phiếu. Trước đó không có kết quả tạm tính.',
  resultsSecret:
    'Bỏ phiếu kín: mỗi dòng là một phiếu, đánh số riêng cho từng hồ sơ. Số thứ tự không phải thứ tự thành viên.',
  ballotColumn: 'Phiếu',
  agreementSecret:
    'Bỏ phiếu kín: phiếu mỗi hồ sơ được xáo riêng nên không tính được ai chấm chặt hay thoáng, cũng không tính được Kendall và ICC. Chỉ hệ số Krippendorff tính được, vì nó không cần biết phiếu của ai.',
  whatIfSecret: 'Bỏ phiếu kín: không xét được việc một thành viên vắng mặt, vì không biết phiếu nào của ai.',
};

const en: typeof vi = {
  choiceTitle: 'How the council votes',
  choiceLabel: "Members' ballots",
  named: 'Named: the results say whose a ballot is',
  secret: 'Secret: nothing says whose a ballot is',
  choiceHint: 'Choose before packages are made: a package tells the member how the ballot is kept.',
  fromPack: 'As the regulation pack says; another choice can be made.',
  hasBallots: 'There are ballots, so the way of voting can no longer change.',
  promised: 'Packages promised the members a secret vote, so it cannot become a named one.',
  packagesSecret: 'Secret vote. These packages tell the members so, and what it cannot do.',
  packagesPrepared: 'For a secret vote, choose it in the step Meeting before making packages.',

  honestTitle: 'What a secret vote keeps and what it cannot',
  does1:
    'The program tells only who has returned. A file is checked when it is taken, shown to nobody, and lies in a sealed ballot box until that is opened.',
  does2:
    'Opening parts ballots from names, shuffles them for each dossier on its own and numbers them. Screens, pages and exported files put no name beside a ballot; history and backups do not hold whose a ballot is.',
  does3:
    'After the opening the key of the box is destroyed: nobody can open the sealed ballots on this computer again, the secretary included.',
  cannot: 'What the program cannot prevent:',
  cannot1:
    "A secretary who has the session's key and still has the .hdphieu files elsewhere (mail, USB stick, the computer's trash) can open those files and read ballot and name together. Delete them after the opening.",
  cannot2:
    'Few voters are easily guessed: equal ballots tell how everybody voted; one or two ballots on a dossier are as good as named; who knows some of the ballots can work out the others.',
  cannot3: 'The wording of a comment may tell its author. A comment signed or read out in the meeting is not secret.',
  cannot4:
    'Paper ballots: who keys them in sees what is on them. If only one member voted on paper, that person knows whose it is.',
  cannot5: 'Members keep their own ballots on their computers and may show them to others.',
  memberTitle: 'Secret vote',
  memberLead:
    'The secretary knows that you have returned. Your ballot lies in a sealed box until all are opened together; then it loses its name and is shuffled.',
  memberCannot1:
    "The secretary has the session's key; who opens this file on purpose outside the program can read both name and ballot.",
  memberCannot2:
    'The council is small: equal ballots or a comment that is easily recognised may still tell who wrote it. Write comments that do not point to you.',
  memberCannot3: 'What you write to the secretary as a remark is kept with your name and is not secret.',
  memberMore: 'What a secret vote cannot do',

  boxTitle: 'Ballot box',
  boxLead:
    'Opened once, when the ballots are in and attendance is recorded. Before that nobody sees a result, not even a provisional one.',
  boxDossier: 'Dossier',
  boxVoters: 'May vote',
  boxInBox: 'Ballots in the box',
  boxSetAside: 'Of absent members',
  boxSetAsideHint: 'Neither opened nor counted; destroyed with the key of the box.',
  boxFew: 'Some dossier has only one or two ballots: opened, they are as good as named.',
  boxMissing: (names) => `No ballot yet of: ${names}. After the opening no ballot is taken.`,
  lackAttendance: (names) => `Record attendance before opening the box: ${names}.`,
  lackPaper: (dossier, voters, keyedIn) =>
    `${dossier}: ${voters} present members are ticked as voting on paper, ${keyedIn} ballots are keyed in. The two must agree.`,
  lackNothing: 'The box holds no ballot that counts.',
  openBox: 'Open the ballot box…',
  opening: 'Opening and shuffling…',
  openConfirmTitle: 'Open the ballot box?',
  openConfirm: 'Open the ballot box',
  openText1: 'All ballots are opened at once, parted from their names and shuffled. This cannot be undone.',
  openText2:
    'After that no ballot is taken, and attendance and conflicts of those who voted cannot change. Receipt files can still be made: a receipt says that a return was received, and nothing of what was voted.',
  openedAt: (when) => `The ballot box was opened ${when}`,
  openedText: 'The ballots are without names, shuffled and numbered for each dossier. The key of the box is destroyed.',
  openedDelete: 'Delete the .hdphieu files that are left in mail, on USB sticks and among the downloads.',
  voteAgain: 'Void the result and vote again…',
  voteAgainTitle: 'Void the result and vote again',
  voteAgainText:
    'For a box opened by mistake or without all ballots. The ballots just opened count no longer; each member sends a new file (their program makes it at once) or votes on paper. The reason goes into the history and the count record. Who compares the two openings may guess the ballot of a member who changed it, so use this only where it must be.',
  voteAgainReason: 'Reason for voting again',
  voteAgainConfirm: 'Void and vote again',
  votedAgainBefore: (when, reason) => `The opened result was declared void ${when}: ${reason}`,
  cancel: 'Cancel',

  paperTitle: 'Paper ballots without names',
  paperLead:
    'Tick who voted on paper, then key in the ballots out of the paper box in any order. A ballot keyed in is sealed into the box and cannot be seen before the opening. It takes the place of the file of the member.',
  paperWho: 'Who voted on paper',
  paperCast: (member, dossier) => `${member} voted on paper, ${dossier}`,
  paperDossier: 'Dossier of the ballot',
  paperEnter: 'Key in one…',
  paperFormTitle: (dossier) => `A paper ballot, ${dossier}`,
  paperPut: 'Put into the box',
  paperCount: (dossier, count) => `${dossier}: ${count} keyed in`,
  paperRemove: (dossier) => `Take the last one out of the box, ${dossier}`,
  paperRemoveShort: 'Take the last one out',
  paperUnreadable: 'What is taken out cannot be seen again; key it in anew from the paper.',

  cellSealed: 'Returned',
  returnsLead:
    'Secret vote: files are checked and sealed into the ballot box. This table tells who has returned and nothing of the ballots.',
  drop: 'Drop to take again',
  dropFor: (name) => `Drop to take again: ${name}`,
  dropTitle: (name) => `Drop the return of ${name}?`,
  dropText:
    'For a member who worked in two places whose returns diverged: in a secret vote they cannot be merged on a screen. The member chooses one and sends it; that file is then taken. The reason goes into the history.',
  dropReason: 'Reason',
  dropConfirm: 'Drop the return',
  divergedWhat:
    'This return was not written upon the one held, perhaps because the member worked in two places. In a secret vote two returns are not merged on a screen: the ballots would be seen.',
  divergedTodo:
    'Ask the member which one is meant. If it is this file: press “Drop to take again” in the row of the member below, then choose the file again.',

  notYetTitle: 'The ballot box is not opened yet',
  notYet: 'Results appear when the box is opened in the step Count. Before that there are no provisional ones.',
  resultsSecret:
    'Secret vote: each row is a ballot, numbered for each dossier on its own. The numbers have nothing to do with the order of the members.',
  ballotColumn: 'Ballot',
  agreementSecret:
    "Secret vote: the ballots of each dossier are shuffled on their own, so neither a member's leniency nor Kendall's W nor ICC can be known. Only Krippendorff's alpha can, which does not ask whose a ballot is.",
  whatIfSecret: "Secret vote: a member's absence cannot be tried out, since nobody knows whose a ballot is.",
};

/** Texts of a secret vote, from its choice to the results, and what is honestly said about it. */
export const secretBallotMessages: Catalogue<typeof vi> = { vi, en };

/** Problems of a secret vote. */
export const secretBallotProblems: ProblemTexts = {
  'session.secretHasBallots': {
    vi: () => 'Đã có phiếu nên không đổi cách bỏ phiếu được nữa. Không có gì bị thay đổi.',
    en: () => 'There are ballots, so the way of voting can no longer change. Nothing was changed.',
  },
  'session.secretPromised': {
    vi: () =>
      'Các gói đã phát nói với thành viên rằng bỏ phiếu kín, nên không đổi thành phiếu ghi tên được. Không có gì bị thay đổi; nếu cần, hãy tạo phiên họp mới.',
    en: () =>
      'The packages given out say that the vote is secret, so it cannot become a named one. Nothing was changed; create a new session if needed.',
  },
  'session.notSecret': {
    vi: () => 'Phiên họp này bỏ phiếu ghi tên, không có hòm phiếu kín. Không có gì bị thay đổi.',
    en: () => 'This session votes by name and has no ballot box. Nothing was changed.',
  },
  'session.secretNamedBallot': {
    vi: () =>
      'Phiên họp này bỏ phiếu kín nên không ghi phiếu kèm tên. Hãy bỏ phiếu vào hòm phiếu kín ở bước Kiểm phiếu.',
    en: () => 'This vote is secret: no ballot is recorded with a name. Put it into the ballot box in the step Count.',
  },
  'session.unknownBallot': {
    vi: () => 'Không có phiếu mang số này. Không có gì bị thay đổi; hãy mở lại danh sách phiếu.',
    en: () => 'There is no ballot of this number. Nothing was changed; open the list of ballots again.',
  },
  'session.boxShut': {
    vi: () => 'Hòm phiếu kín chưa mở. Không có gì bị thay đổi; hãy mở hòm ở bước Kiểm phiếu trước.',
    en: () => 'The ballot box is not opened yet. Nothing was changed; open it in the step Count first.',
  },
  'session.boxOpened': {
    vi: () =>
      'Hòm phiếu đã mở, phiếu không còn gắn với người nên điều này không đổi được nữa. Không có gì bị thay đổi; nếu bắt buộc phải đổi, hãy hủy kết quả và bỏ phiếu lại ở bước Kiểm phiếu.',
    en: () =>
      'The ballot box is open and ballots belong to nobody, so this can no longer change. Nothing was changed; if it must be, void the result and vote again in the step Count.',
  },
  'session.votersChanged': {
    vi: () => 'Có thay đổi trong lúc mở hòm nên chưa mở. Các phiếu vẫn niêm phong; hãy xem lại rồi mở lần nữa.',
    en: () => 'Something changed while the box was being opened, so it stays shut. Look again, then open it.',
  },
  'session.boxNotReady': {
    vi: () => 'Chưa mở được hòm phiếu. Các phiếu vẫn niêm phong; hãy làm xong những điều ghi ở mục Hòm phiếu kín.',
    en: () =>
      'The ballot box cannot be opened yet. The ballots stay sealed; first do what the section Ballot box names.',
  },
  'session.boxLost': {
    vi: ({ names }) =>
      `Không mở được phiếu niêm phong của: ${String(names)}. Khóa của hòm chỉ có trên máy đã nhận phiếu. Chưa có gì bị mở; hãy chọn lại tệp .hdphieu của những người này ở bước Phiếu gửi lại rồi mở hòm.`,
    en: ({ names }) =>
      `The sealed ballots of ${String(names)} cannot be opened. The key of the box is only on the computer that took them. Nothing was opened; choose their .hdphieu files again in the step Returns, then open the box.`,
  },
  'session.paperLost': {
    vi: ({ dossier }) =>
      `Không mở được một phiếu giấy đã nhập của hồ sơ ${String(dossier)}. Chưa có gì bị mở; hãy lấy các tờ đã nhập của hồ sơ này ra khỏi hòm và nhập lại từ giấy.`,
    en: ({ dossier }) =>
      `A paper ballot keyed in for dossier ${String(dossier)} cannot be opened. Nothing was opened; take those of this dossier out of the box and key them in again.`,
  },
};
