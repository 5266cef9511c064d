import type { ProblemTexts } from '#domain/text/problem-texts.ts';

/** Problems of own regulation packs. */
export const ownPackProblems: ProblemTexts = {
  'pack.notFound': {
    vi: () =>
      'Không tìm thấy phiên bản này của bộ quy định. Không có gì bị thay đổi; hãy mở lại danh sách bộ quy định. Phiên họp đã chọn bộ này vẫn giữ bản của mình.',
    en: () =>
      'This version of the regulation pack was not found. Nothing was changed; open the list of packs again. Sessions that chose it keep their copy.',
  },
  'pack.notReady': {
    vi: ({ count }) =>
      `Bản nháp còn ${String(count)} chỗ cần sửa nên chưa công bố được. Mọi nội dung đã nhập đều được giữ; hãy sửa các chỗ được nêu rồi công bố lại.`,
    en: ({ count }) =>
      `${String(count)} places of the draft must be put right before it can be published. Everything typed is kept; correct the places named and publish again.`,
  },
  'pack.needsReason': {
    vi: () =>
      'Công bố một phiên bản cần ghi người sửa và lý do. Bản nháp vẫn được giữ nguyên; hãy ghi rồi công bố lại.',
    en: () => 'To publish a version, say who changed it and why. The draft is kept; fill these in and publish again.',
  },
  'pack.noDraft': {
    vi: () =>
      'Bộ quy định này không có bản nháp đang sửa. Các phiên bản đã công bố vẫn còn nguyên; hãy bấm “Sửa thành phiên bản mới”.',
    en: () => 'There is no draft of this pack. The published versions are kept; begin a new version to go on.',
  },
  'pack.draftThere': {
    vi: () => 'Bộ quy định này đang có bản nháp. Bản nháp được giữ nguyên; hãy sửa tiếp bản nháp đó.',
    en: () => 'There is a draft of this pack already. It is kept; go on with that one.',
  },
  'pack.badPlace': {
    vi: () =>
      'Nội dung vừa nhập không đặt được vào chỗ này của bộ quy định nên chưa được lưu. Những gì đã lưu vẫn còn; hãy mở lại bản nháp rồi nhập lại.',
    en: () =>
      'What was entered does not fit this place of the pack and is not saved. What was saved is kept; open the draft again and retype it.',
  },
};
