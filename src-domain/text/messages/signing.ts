import type { Catalogue } from '#domain/text/catalogue.ts';
import type { ProblemTexts } from '#domain/text/problem-texts.ts';

const vi = {
  signUsage:
    'Cách dùng: hoidong sign TỆP.pdf --p12 TỆP.p12 --passphrase-file TỆP [--field TÊN] [--reason …] [--location …] [--out TỆP]',
  verifyUsage: 'Cách dùng: hoidong verify TỆP.pdf [--json]',
  unreadable: (path: string) => `Tệp ${path} không đọc được. Hãy kiểm tra đường dẫn và quyền đọc.`,
  unwritable: (path: string) =>
    `Không ghi được tệp ${path}; có thể tệp đã có hoặc thư mục không cho ghi. Tệp gốc được giữ nguyên; hãy chọn tên khác bằng --out.`,
  signed: (path: string, signer: string) => `Đã ký: ${path} (người ký: ${signer}). Tệp gốc được giữ nguyên.`,
  unsigned: 'Tệp này không có chữ ký số.',
  intact: 'Nội dung còn nguyên từ khi ký.',
  notIntact: 'Không nên tin tệp này: nội dung đã đổi sau khi ký, hoặc có chữ ký không đúng. Hãy xin lại bản đã ký.',
  signature: (number: number, signer: string, time: string) => `Chữ ký ${number}: ${signer}, ký lúc ${time}`,
  issuer: (issuer: string) =>
    `  Chứng thư do ${issuer} cấp. Chương trình không có danh sách tổ chức cấp chứng thư nên không xét độ tin cậy của tổ chức này.`,
  selfSigned: '  Chứng thư tự ký: không có tổ chức nào xác nhận tên người ký.',
  partial: '  Chữ ký này không bao trùm phần được thêm vào sau nó.',
  unknownTime: 'không rõ thời gian',
  'fault.unreadable': 'Không đọc được chữ ký.',
  'fault.range': 'Phạm vi của chữ ký không khớp với tệp.',
  'fault.changed': 'Nội dung đã bị thay đổi sau khi ký.',
  'fault.forged': 'Chữ ký không thuộc về chứng thư đi kèm.',
  'fault.otherCertificate': 'Chứng thư đi kèm không phải chứng thư đã dùng để ký.',
  'fault.expired': 'Thời gian ký nằm ngoài thời hạn của chứng thư.',
};

const en: typeof vi = {
  signUsage:
    'Usage: hoidong sign FILE.pdf --p12 FILE.p12 --passphrase-file FILE [--field NAME] [--reason …] [--location …] [--out FILE]',
  verifyUsage: 'Usage: hoidong verify FILE.pdf [--json]',
  unreadable: (path) => `The file ${path} can't be read. Check the path and the permission to read it.`,
  unwritable: (path) =>
    `The file ${path} can't be written; it may exist already or the folder takes no files. The original is kept; choose another name with --out.`,
  signed: (path, signer) => `Signed: ${path} (signer: ${signer}). The original is kept.`,
  unsigned: 'This file carries no digital signature.',
  intact: 'The contents are as they were signed.',
  notIntact:
    'Do not rely on this file: it was changed after signing, or a signature does not hold. Ask for the signed copy again.',
  signature: (number, signer, time) => `Signature ${number}: ${signer}, signed ${time}`,
  issuer: (issuer) =>
    `  Certificate issued by ${issuer}. The program ships no list of issuers, so it does not judge whether to trust this one.`,
  selfSigned: '  Self-signed certificate: nobody vouches for the name.',
  partial: '  This signature does not cover what was added after it.',
  unknownTime: 'at an unknown time',
  'fault.unreadable': 'The signature can’t be read.',
  'fault.range': 'What the signature covers does not fit the file.',
  'fault.changed': 'The contents were changed after signing.',
  'fault.forged': 'The signature does not belong to its certificate.',
  'fault.otherCertificate': 'The certificate in the file is not the one used to sign.',
  'fault.expired': 'The time of signing lies outside the certificate’s life.',
};

/** What signing and checking signatures have to say. */
export const signingMessages: Catalogue<typeof vi> = { vi, en };

/** `2026-01-14` as a person writes it. */
const dayText = (day: unknown): string => String(day).split('-').reverse().join('/');

/** What can keep a page from being signed. */
export const signingProblems: ProblemTexts = {
  'documents.p12Locked': {
    vi: () =>
      'Không mở được tệp chứng thư: sai mật khẩu, hoặc tệp không phải PKCS#12 (.p12, .pfx). Chưa ký gì; hãy thử lại.',
    en: () =>
      'The certificate file did not open: wrong passphrase, or not a PKCS#12 file (.p12, .pfx). Nothing was signed; try again.',
  },
  'documents.p12NoKey': {
    vi: () =>
      'Tệp chứng thư không có khóa RSA hay khóa đường cong elliptic (EC) đi cùng chứng thư. Chưa ký gì; hãy dùng tệp .p12 khác hoặc ký bằng phần mềm của nhà cung cấp rồi đính kèm tệp đã ký.',
    en: () =>
      'The certificate file holds no RSA or elliptic-curve key with its certificate. Nothing was signed; use another .p12 file, or sign with the vendor’s software and attach the signed file.',
  },
  'documents.p12Expired': {
    vi: ({ day }) =>
      `Chứng thư đã hết hạn ngày ${dayText(day)}. Chưa ký gì; hãy dùng chứng thư còn hạn. Nếu chứng thư thật ra còn hạn, hãy kiểm tra ngày giờ của máy.`,
    en: ({ day }) =>
      `The certificate expired on ${dayText(day)}. Nothing was signed; use one that is still good. If it is, check the computer’s date.`,
  },
  'documents.p12NotYet': {
    vi: ({ day }) =>
      `Chứng thư chỉ có hiệu lực từ ngày ${dayText(day)}. Chưa ký gì; hãy kiểm tra ngày giờ của máy hoặc dùng chứng thư khác.`,
    en: ({ day }) =>
      `The certificate is good from ${dayText(day)} only. Nothing was signed; check the computer’s date or use another certificate.`,
  },
  'documents.draftNotSigned': {
    vi: () =>
      'Văn bản này còn mang chữ dự thảo hoặc họp thử nên không ký số được. Hãy khóa biên bản rồi ký bản đã khóa.',
    en: () =>
      'This page still says that it is a draft or a rehearsal, so it is not signed. Lock the minutes and sign the locked page.',
  },
  'documents.notPdfOrPicture': {
    vi: ({ name }) =>
      `“${String(name)}” không phải tệp PDF, JPEG hay PNG đọc được. Chưa đính kèm gì; hãy quét lại hoặc chọn tệp khác.`,
    en: ({ name }) =>
      `“${String(name)}” is not a PDF, JPEG or PNG that can be read. Nothing was attached; scan again or choose another file.`,
  },
  'documents.signedNotPdf': {
    vi: ({ name }) =>
      `“${String(name)}” không phải tệp PDF nên không mang chữ ký số. Hãy đính kèm tệp này như bản quét.`,
    en: ({ name }) =>
      `“${String(name)}” is not a PDF, so it carries no digital signature. Attach it as a scan instead.`,
  },
  'documents.notSignable': {
    vi: () => 'Tệp này không phải PDF mà chương trình có thể ký thêm. Hãy in lại văn bản từ phiên họp rồi ký.',
    en: () =>
      'This file is not a PDF the program can add a signature to. Print the page from its session again and sign that.',
  },
  'documents.noField': {
    vi: ({ field }) =>
      field
        ? `Tệp không có ô chữ ký tên "${String(field)}". Các ô thường có: thu-ky, chu-tich.`
        : 'Tệp không còn ô chữ ký nào trống.',
    en: ({ field }) =>
      field
        ? `The file has no signature field "${String(field)}". Usual ones: thu-ky, chu-tich.`
        : 'No signature field of the file is empty.',
  },
  'documents.fieldSigned': {
    vi: ({ field }) => `Ô chữ ký "${String(field)}" đã được ký. Hãy chọn ô khác.`,
    en: ({ field }) => `The signature field "${String(field)}" is signed already. Choose another.`,
  },
};
