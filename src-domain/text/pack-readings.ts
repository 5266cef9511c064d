/**
 * What the words of the shipped packs say, in English, by the Vietnamese words themselves. A reading is for understanding on an English
 * screen: the Vietnamese is what the form says, what is printed and what counts, and it alone stands in packs, packages and sessions. Being
 * found by the words, a reading also serves the packs frozen in older sessions and copies, and is gone as soon as somebody changes them.
 */
export const packReadings: ReadonlyMap<string, string> = new Map([
  // Packs and documents.
  [
    'Đánh giá, nghiệm thu nhiệm vụ cấp quốc gia (11/2014/TT-BKHCN)',
    'Assessment and acceptance of national tasks (11/2014/TT-BKHCN)',
  ],
  [
    'Thông tư quy định việc đánh giá, nghiệm thu kết quả thực hiện nhiệm vụ khoa học và công nghệ cấp quốc gia sử dụng ngân sách nhà nước',
    'Circular on the assessment and acceptance of the results of national science and technology tasks paid from the state budget',
  ],
  ['DỰ THẢO: đánh giá, nghiệm thu theo thang 100 điểm', 'DRAFT: assessment and acceptance out of 100 points'],
  ['Dự thảo đăng tải trên trang tin', 'Draft published on a web page'],
  ['Dự thảo thông tư thay thế 11/2014/TT-BKHCN', 'Draft circular to replace 11/2014/TT-BKHCN'],
  [
    'Thẩm định tài liệu chuyên môn; kiểm tra định kỳ (biểu cấu hình được)',
    'Appraisal of technical documents; periodic inspection (configurable forms)',
  ],
  [
    'Xác định nhiệm vụ cấp quốc gia (06/2023/TT-BKHCN; biểu B1, B2, B3-TVHĐ)',
    'Identification of national tasks (06/2023/TT-BKHCN; forms B1, B2, B3-TVHĐ)',
  ],
  [
    'Thông tư quy định trình tự, thủ tục xác định nhiệm vụ khoa học và công nghệ cấp quốc gia sử dụng ngân sách nhà nước',
    'Circular on the procedure of identifying national science and technology tasks paid from the state budget',
  ],
  [
    'Thông tư 03/2017/TT-BKHCN (đã được 06/2023/TT-BKHCN thay thế)',
    'Circular 03/2017/TT-BKHCN (replaced by 06/2023/TT-BKHCN)',
  ],
  [
    'Thông tư 33/2014/TT-BKHCN (nhiệm vụ cấp Bộ của Bộ KH&CN)',
    'Circular 33/2014/TT-BKHCN (ministry-level tasks of the Ministry of Science and Technology)',
  ],
  [
    'Tuyển chọn, giao trực tiếp nhiệm vụ cấp quốc gia (20/2023/TT-BKHCN)',
    'Selection and direct assignment of national tasks (20/2023/TT-BKHCN)',
  ],
  [
    'Thông tư quy định tuyển chọn, giao trực tiếp tổ chức và cá nhân thực hiện nhiệm vụ khoa học và công nghệ cấp quốc gia',
    'Circular on the selection and direct assignment of organisations and persons to carry out national science and technology tasks',
  ],
  [
    'Thông tư 26/2018/TT-BTNMT (cấp bộ, Bộ Tài nguyên và Môi trường)',
    'Circular 26/2018/TT-BTNMT (ministry level, Ministry of Natural Resources and Environment)',
  ],
  [
    'Tuyển chọn, giao trực tiếp nhiệm vụ thuộc Chương trình NSCL (15/2022/TT-BKHCN)',
    'Selection and direct assignment of tasks of the productivity and quality programme, NSCL (15/2022/TT-BKHCN)',
  ],
  [
    'Thông tư 15/2022/TT-BKHCN về nhiệm vụ thuộc Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất và chất lượng sản phẩm, hàng hóa',
    'Circular 15/2022/TT-BKHCN on tasks of the national programme that helps enterprises raise productivity and the quality of products and goods',
  ],
  [
    'Thông tư sửa đổi, bổ sung Thông tư 15/2022/TT-BKHCN',
    'Circular amending and supplementing Circular 15/2022/TT-BKHCN',
  ],
  [
    'Chế độ từ 01/10/2025 (Luật 93/2025/QH15, Nghị định 267 và 268/2025/NĐ-CP)',
    'The regime since 01/10/2025 (Law 93/2025/QH15, Decrees 267 and 268/2025/NĐ-CP)',
  ],
  ['Luật Khoa học, công nghệ và đổi mới sáng tạo', 'Law on Science, Technology and Innovation'],
  [
    'Nghị định về chương trình, nhiệm vụ khoa học, công nghệ và đổi mới sáng tạo',
    'Decree on programmes and tasks of science, technology and innovation',
  ],
  ['Nghị định về đổi mới sáng tạo', 'Decree on innovation'],
  [
    'Thông tư quy định trình tự, thủ tục khoa học, công nghệ và đổi mới sáng tạo',
    'Circular on procedures of science, technology and innovation',
  ],
  [
    'Thông tư quy định quản lý nhiệm vụ khoa học và công nghệ',
    'Circular on the management of science and technology tasks',
  ],
  [
    'Mẫu tham khảo: xếp loại theo khoảng điểm (3369/QĐ-BNN-KHCN)',
    'Template: grades by ranges of points (3369/QĐ-BNN-KHCN)',
  ],
  [
    'Quyết định 3369/QĐ-BNN-KHCN (2010, cấp bộ, Bộ NN&PTNT)',
    'Decision 3369/QĐ-BNN-KHCN (2010, ministry level, Ministry of Agriculture and Rural Development)',
  ],
  [
    'Mẫu tham khảo: xếp loại theo điểm và thời hạn nộp (26/2018/TT-BTNMT)',
    'Template: grades by points and by when it was handed in (26/2018/TT-BTNMT)',
  ],
  [
    'Mẫu tham khảo: mức tối thiểu từng tiêu chí, đạt từ 55 điểm (Bộ GD&ĐT)',
    'Template: a minimum for each criterion, pass from 55 points (Ministry of Education and Training)',
  ],
  [
    'Thông tư 15/2024/TT-BGDĐT (cấp bộ, Bộ GD&ĐT)',
    'Circular 15/2024/TT-BGDĐT (ministry level, Ministry of Education and Training)',
  ],
  ['Mẫu 6 của Bộ GD&ĐT (bản cũ)', 'Form 6 of the Ministry of Education and Training (older version)'],
  [
    'Mẫu 6, phiếu đánh giá hồ sơ cấp bộ của Bộ Giáo dục và Đào tạo (bản cũ)',
    'Form 6, ballot for ministry-level dossiers of the Ministry of Education and Training (older version)',
  ],
  [
    'Hỗ trợ doanh nghiệp nâng cao năng suất và chất lượng sản phẩm, hàng hóa',
    'helping enterprises raise productivity and the quality of products and goods',
  ],

  // Summaries.
  [
    'Ba mức Xuất sắc / Đạt / Không đạt cho từng sản phẩm theo số lượng, khối lượng, chất lượng và cho báo cáo; mức chung của từng thành viên suy ra với phép thử 3/4; mức của Hội đồng theo tỷ lệ. Nhiệm vụ NSCL cũng dựa vào thông tư này (suy ra).',
    'Three levels, Excellent / Pass / Fail, for each product by quantity, volume and quality and for the report; each member’s overall level follows by a test of 3/4, the council’s by shares. NSCL tasks rest on this circular too (derived).',
  ],
  [
    'Bản dự thảo đã đăng tải, chưa rõ có được ban hành hay không. Không có ngưỡng xếp loại trong phần đã đọc, nên chương trình chỉ tính điểm trung bình và không xếp loại. Chỉ dùng để tham khảo.',
    'A draft that was published; whether it was ever issued is not known. The part that was read has no thresholds for grades, so the program only computes the mean and gives no grade. For reference only.',
  ],
  [
    'Biểu đạt / không đạt cấu hình được và biên bản tự do. Điều khoản, thành phần, biểu của văn bản chưa tìm thấy; chương trình không nhận có nguồn pháp lý.',
    'Configurable pass/fail forms and free minutes. Clauses, composition and forms of the document were not found; the program claims no legal origin.',
  ],
  [
    'Các mục đạt / không đạt và ba ý kiến; thông qua khi trên 3/4 thành viên có mặt đồng ý; sau đó biểu quyết tên, mục tiêu, sản phẩm, phương thức, thứ tự ưu tiên hoặc lý do. Biểu là của 03/2017, quy tắc họp đọc ở 33/2014 (cấp bộ); 06/2023 phần lớn chưa đối chiếu.',
    'Pass/fail items and three opinions; approved when more than 3/4 of the members present agree; then votes on name, aims, products, method and priority, or on the reasons. The forms are of 03/2017, the rules of the meeting were read in 33/2014 (ministry level); most of 06/2023 is not verified.',
  ],
  [
    'Điều 12: đề tài ứng dụng 12 / 24 / 16 / 16 / 16 / 16, chấm 0 đến 4 nhân hệ số; dự án sản xuất thử nghiệm trong phạm vi đã biết. Biểu cho đề tài KHXH&NV và đề án chưa đọc được trọn vẹn nên không có ở đây.',
    'Article 12: applied research 12 / 24 / 16 / 16 / 16 / 16, marks from 0 to 4 times a coefficient; pilot production projects as far as known. The forms for social sciences and humanities and for schemes could not be read in full and are not here.',
  ],
  [
    'Chấm điểm trực tiếp theo Mẫu B8-ĐGNV: 15 / 50 / 35. Biểu và tổng điểm theo Điều 16; ngưỡng, quy tắc điểm 0, điều kiện họp, thành phần chưa đối chiếu và sửa được trong bản sao.',
    'Points given directly by Form B8-ĐGNV: 15 / 50 / 35. The form and the total are those of Article 16; the threshold, the rule on 0 points, the quorum and the composition are not verified and can be changed in a copy.',
  ],
  [
    'Tên gọi mới: xét tài trợ, đặt hàng, đánh giá cuối kỳ. Điều khoản về hội đồng chưa tìm thấy: biểu, thành phần, điều kiện họp và cách kết luận mượn quy định trước đó làm mặc định, tất cả “chưa đối chiếu”, sửa được trong bản sao.',
    'New names: consideration of grants and commissions, final assessment. The clauses on councils were not found: forms, composition, quorum and the way of concluding are borrowed from earlier rules as defaults, all “not verified”, and can be changed in a copy.',
  ],
  [
    'Mẫu để sao chép: 8 tiêu chí, thang 100; Xuất sắc 91-100, Khá 76-90, Đạt 61-75, Không đạt từ 60 trở xuống. Văn bản cấp bộ năm 2010.',
    'A template to copy: 8 criteria out of 100; Excellent 91-100, Good 76-90, Pass 61-75, Fail 60 and below. A ministry-level document of 2010.',
  ],
  [
    'Mẫu để sao chép: Xuất sắc, Khá, Đạt, Không đạt theo điểm và số ngày, số tháng nộp chậm. Văn bản cấp bộ.',
    'A template to copy: Excellent, Good, Pass, Fail by points and by the days or months of delay. A ministry-level document.',
  ],
  [
    'Mẫu để sao chép: mỗi tiêu chí có mức tối đa và tối thiểu; đạt khi từ 55 điểm và không tiêu chí nào dưới mức tối thiểu. Văn bản cấp bộ, không phải quy định cho nhiệm vụ quốc gia.',
    'A template to copy: each criterion has a maximum and a minimum; pass from 55 points with no criterion below its minimum. A ministry-level document, no rule for national tasks.',
  ],

  // Forms and printed pages.
  ['Phiếu đánh giá kết quả thực hiện nhiệm vụ', 'Ballot on the results of the task'],
  ['Phiếu đánh giá', 'Ballot'],
  ['Biên bản kiểm phiếu', 'Record of the count'],
  ['Biên bản họp hội đồng', 'Minutes of the council'],
  ['Phiếu nhận xét', 'Review'],
  [
    'Phiếu đánh giá kết quả thực hiện nhiệm vụ (dự thảo, thang 100 điểm)',
    'Ballot on the results of the task (draft, out of 100 points)',
  ],
  ['Phiếu đánh giá (dự thảo)', 'Ballot (draft)'],
  ['Bảng tổng hợp điểm', 'Score sheet'],
  ['Phiếu thẩm định tài liệu chuyên môn', 'Ballot on a technical document'],
  ['Biên bản', 'Minutes'],
  ['Phiếu kiểm tra tình hình thực hiện nhiệm vụ', 'Inspection sheet on the progress of the task'],
  [
    'Phiếu nhận xét và đánh giá đề xuất đề tài, dự án sản xuất thử nghiệm',
    'Review and ballot on a proposed research project or pilot production project',
  ],
  ['Phiếu nhận xét và đánh giá đề xuất đề án khoa học', 'Review and ballot on a proposed scientific scheme'],
  [
    'Phiếu nhận xét và đánh giá đề xuất dự án khoa học và công nghệ',
    'Review and ballot on a proposed science and technology project',
  ],
  ['Phiếu nhận xét và đánh giá', 'Review and ballot'],
  [
    'Phiếu đánh giá hồ sơ đề tài nghiên cứu ứng dụng và phát triển công nghệ',
    'Ballot on a dossier of applied research and technology development',
  ],
  ['Phiếu đánh giá hồ sơ dự án sản xuất thử nghiệm', 'Ballot on a dossier of a pilot production project'],
  ['Phiếu đánh giá hồ sơ', 'Ballot on a dossier'],
  ['Phiếu đánh giá hồ sơ đề nghị tài trợ, đặt hàng', 'Ballot on a dossier for a grant or commission'],
  ['Phiếu đánh giá cuối kỳ', 'Ballot of the final assessment'],
  ['Phiếu đánh giá nghiệm thu', 'Ballot of the acceptance'],
  ['Phiếu đánh giá kết quả', 'Ballot on the results'],
  ['Phiếu đánh giá kết quả nghiên cứu', 'Ballot on the results of research'],
  [
    'Phiếu đánh giá hồ sơ đề tài khoa học và công nghệ cấp bộ',
    'Ballot on a dossier of a ministry-level science and technology project',
  ],

  // What the kinds of work and the councils are called.
  ['xác định nhiệm vụ', 'identification of tasks'],
  ['xác định nhiệm vụ đặt hàng', 'identification of commissioned tasks'],
  ['tuyển chọn, giao trực tiếp', 'selection and direct assignment'],
  ['xét tài trợ, đặt hàng', 'consideration of grants and commissions'],
  ['đánh giá, nghiệm thu', 'assessment and acceptance'],
  ['đánh giá cuối kỳ', 'final assessment'],
  ['thẩm định tài liệu chuyên môn', 'appraisal of technical documents'],
  ['kiểm tra định kỳ', 'periodic inspection'],
  [
    'Hội đồng tư vấn đánh giá, nghiệm thu kết quả thực hiện nhiệm vụ khoa học và công nghệ cấp quốc gia',
    'Advisory council on the assessment and acceptance of the results of national science and technology tasks',
  ],
  ['Hội đồng thẩm định tài liệu chuyên môn', 'Council on the appraisal of technical documents'],
  ['Đoàn kiểm tra định kỳ', 'Team of periodic inspection'],
  [
    'Hội đồng tư vấn xác định nhiệm vụ khoa học và công nghệ cấp quốc gia',
    'Advisory council on the identification of national science and technology tasks',
  ],
  [
    'Hội đồng tư vấn tuyển chọn, giao trực tiếp tổ chức và cá nhân thực hiện nhiệm vụ khoa học và công nghệ cấp quốc gia',
    'Advisory council on the selection and direct assignment of organisations and persons to carry out national science and technology tasks',
  ],
  [
    'Hội đồng tư vấn đánh giá hồ sơ đăng ký tuyển chọn, giao trực tiếp nhiệm vụ',
    'Advisory council on dossiers for the selection and direct assignment of tasks',
  ],
  ['Hội đồng tư vấn xác định nhiệm vụ đặt hàng', 'Advisory council on the identification of commissioned tasks'],
  ['Hội đồng tư vấn xét tài trợ, đặt hàng nhiệm vụ', 'Advisory council on the consideration of grants and commissions'],
  ['Hội đồng tư vấn đánh giá cuối kỳ', 'Advisory council of the final assessment'],
  ['Hội đồng nghiệm thu cấp bộ (mẫu)', 'Ministry-level acceptance council (template)'],
  [
    'Hội đồng đánh giá hồ sơ tuyển chọn đề tài cấp bộ (mẫu)',
    'Council on dossiers for the selection of ministry-level projects (template)',
  ],

  // Rules in words.
  [
    '06 chuyên gia khoa học và công nghệ trong cơ sở dữ liệu của Bộ và 03 đại diện của bộ, nơi có khả năng sử dụng kết quả, cơ quan đề xuất',
    '6 science and technology experts from the ministry’s database, and 3 representatives of the ministry, of a likely user of the results and of the proposing body',
  ],
  [
    'Ít nhất 01 thành viên đã tham gia hội đồng xác định hoặc tuyển chọn nhiệm vụ',
    'At least 1 member took part in the council that identified or selected the task',
  ],
  [
    'Chủ nhiệm và những người thực hiện ra khỏi phòng họp sau khi trả lời câu hỏi, trước khi Hội đồng thảo luận và bỏ phiếu',
    'The principal investigator and those who carried the task out leave the room after answering, before the council deliberates and votes',
  ],
  [
    'Quyết định thành lập Hội đồng trong 15 ngày làm việc từ khi có hồ sơ hợp lệ',
    'The council is set up within 15 working days of a valid dossier',
  ],
  [
    'Ý kiến bằng văn bản của thành viên vắng mặt được thư ký khoa học đọc để Hội đồng tham khảo, không tính vào kết quả.',
    'Written comments of an absent member are read out by the scientific secretary for the council’s reference; they are not counted.',
  ],
  [
    'Thành viên có thể yêu cầu bảo lưu ý kiến; chịu trách nhiệm cá nhân về ý kiến của mình và trách nhiệm tập thể về kết luận chung.',
    'A member may ask for a dissent to be recorded; each answers for his or her own opinion, and all together for the common conclusion.',
  ],
  [
    'Hội đồng kiến nghị mức đánh giá; cơ quan có thẩm quyền công nhận kết quả.',
    'The council recommends the level; the competent authority recognises the result.',
  ],
  ['Chủ tịch thông qua chương trình làm việc', 'The chair puts the agenda to the council'],
  ['Cử hoặc bầu thư ký khoa học', 'A scientific secretary is named or elected'],
  ['Bầu ban kiểm phiếu', 'A counting committee is elected'],
  [
    'Chủ nhiệm trình bày kết quả và tự đánh giá',
    'The principal investigator presents the results and his or her own assessment',
  ],
  ['Hỏi và trả lời; chủ nhiệm ra khỏi phòng họp', 'Questions and answers; the principal investigator leaves the room'],
  [
    'Tổ trưởng tổ chuyên gia báo cáo (nếu có); phản biện đọc nhận xét; thư ký đọc ý kiến của thành viên vắng mặt; thảo luận',
    'The head of the expert group reports (if there is one); reviewers read their reviews; the secretary reads comments of absent members; deliberation',
  ],
  [
    'Thành viên ghi phiếu và bỏ phiếu; ban kiểm phiếu báo cáo',
    'Members fill in and cast their ballots; the counting committee reports',
  ],
  [
    'Chủ tịch dự thảo kết luận, Hội đồng thông qua biên bản',
    'The chair drafts the conclusion; the council agrees the minutes',
  ],
  [
    'Ý kiến bằng văn bản của người vắng mặt được ghi lại để tham khảo, không tính vào kết quả.',
    'Written comments of the absent are recorded for reference; they are not counted.',
  ],
  ['Thành viên có thể yêu cầu ghi ý kiến bảo lưu.', 'A member may ask for a dissent to be recorded.'],
  [
    'Kết quả là ý kiến tư vấn; cơ quan có thẩm quyền quyết định.',
    'The result is advice; the competent authority decides.',
  ],
  [
    'Gửi hồ sơ đến thành viên trước phiên họp ít nhất 03 ngày làm việc',
    'Dossiers go to the members at least 3 working days before the meeting',
  ],
  [
    'Thành viên gửi ý kiến cho thư ký trước phiên họp ít nhất 01 ngày làm việc',
    'Members send their comments to the secretary at least 1 working day before the meeting',
  ],
  [
    'Thành viên gửi phiếu nhận xét cho thư ký trước phiên họp ít nhất 01 ngày làm việc',
    'Members send their reviews to the secretary at least 1 working day before the meeting',
  ],
  ['Tên nhiệm vụ', 'Name of the task'],
  ['Mục tiêu', 'Aims'],
  ['Sản phẩm', 'Products'],
  [
    'Phương thức thực hiện (tuyển chọn hoặc giao trực tiếp)',
    'Method of carrying it out (selection or direct assignment)',
  ],
  ['Phương thức thực hiện (tài trợ hoặc đặt hàng)', 'Method of carrying it out (grant or commission)'],
  ['Thứ tự ưu tiên', 'Order of priority'],
  ['Lý do đề nghị không thực hiện', 'Reasons for recommending that it not be carried out'],
  [
    'Hội đồng tư vấn; cơ quan có thẩm quyền quyết định danh mục nhiệm vụ.',
    'The council advises; the competent authority decides the list of tasks.',
  ],
  [
    'Thư ký hành chính đọc quyết định thành lập Hội đồng',
    'The administrative secretary reads the decision that set up the council',
  ],
  ['Chủ tịch chủ trì, Hội đồng bầu thư ký khoa học', 'The chair presides; the council elects a scientific secretary'],
  [
    'Thảo luận từng đề xuất: tính cấp thiết, tính mới, không trùng lặp, khả thi, huy động ngoài ngân sách',
    'Each proposal is discussed: urgency, novelty, no duplication, feasibility, means from outside the budget',
  ],
  ['Thành viên cho ý kiến vào phiếu', 'Members give their opinions on the ballots'],
  ['Ban kiểm phiếu báo cáo kết quả', 'The counting committee reports the result'],
  [
    'Đề xuất được thông qua: biểu quyết tên, mục tiêu, sản phẩm, phương thức và thứ tự ưu tiên; không được thông qua: biểu quyết lý do',
    'Where a proposal is approved: votes on name, aims, products, method and priority; where it is not: a vote on the reasons',
  ],
  ['Thông qua biên bản', 'The minutes are agreed'],
  [
    'Nhà khoa học trong cơ sở dữ liệu chuyên gia của Bộ, đại diện cơ quan đề xuất, nhà quản lý, nhà kinh doanh có chuyên môn phù hợp',
    'Scientists from the ministry’s database of experts, representatives of the proposing body, managers and business people of the right field',
  ],
  [
    'Cá nhân đăng ký chủ nhiệm hoặc tham gia thực hiện nhiệm vụ không là thành viên Hội đồng.',
    'Those applying to lead the task or to take part in it are not members of the council.',
  ],
  [
    'Người của tổ chức đăng ký chủ trì không là thành viên Hội đồng.',
    'People of the applying host organisation are not members of the council.',
  ],
  [
    'Trên cơ sở ý kiến tư vấn của Hội đồng tư vấn, ý kiến tham mưu của đơn vị quản lý chuyên môn, người có thẩm quyền quyết định. Hội đồng chỉ kiến nghị, đề nghị.',
    'On the advice of the council and the opinion of the unit in charge of the field, the competent person decides. The council only recommends and proposes.',
  ],
  [
    'Thư ký khoa học đọc quyết định thành lập Hội đồng',
    'The scientific secretary reads the decision that set up the council',
  ],
  ['Cơ quan quản lý tóm tắt các yêu cầu đối với nhiệm vụ', 'The managing body sums up what is required of the task'],
  ['Hội đồng thống nhất cách làm việc', 'The council agrees how it will work'],
  ['Các thành viên đánh giá từng hồ sơ', 'The members judge each dossier'],
  ['Kiểm phiếu, tổng hợp kết quả', 'The ballots are counted and the results drawn together'],
  [
    'Cá nhân đăng ký chủ nhiệm hoặc tham gia thực hiện nhiệm vụ và người của tổ chức đăng ký chủ trì không là thành viên Hội đồng.',
    'Those applying to lead the task or to take part in it, and people of the applying host organisation, are not members of the council.',
  ],
  [
    'Hồ sơ đánh giá cuối kỳ có tài liệu nêu mức độ đóng góp của các thành viên thực hiện',
    'The dossier of the final assessment has a document on how much each of those who carried the task out contributed',
  ],
  [
    'Hội đồng kiến nghị mức xếp loại; cơ quan có thẩm quyền công nhận kết quả.',
    'The council recommends the grade; the competent authority recognises the result.',
  ],
  [
    'Chủ nhiệm và nhóm thực hiện không là thành viên Hội đồng.',
    'The principal investigator and the team are not members of the council.',
  ],
  ['03 thành viên Hội đồng, có trưởng ban', '3 members of the council, with a head'],
  [
    'Trưởng ban là thư ký khoa học, thành viên là thư ký hành chính',
    'The head is the scientific secretary, a member is the administrative secretary',
  ],

  // Criteria, groups, opinions and grades.
  ['Sản phẩm của nhiệm vụ', 'Products of the task'],
  ['Số lượng', 'Quantity'],
  ['Khối lượng', 'Volume'],
  ['Chất lượng, chủng loại', 'Quality and type'],
  ['Báo cáo tổng hợp', 'Final report'],
  ['Tiêu chí đánh giá (dự thảo)', 'Criteria (draft)'],
  ['Báo cáo tổng hợp và báo cáo tóm tắt', 'Final report and summary report'],
  ['Sản phẩm dạng I và dạng IV', 'Products of types I and IV'],
  ['Số lượng, khối lượng sản phẩm dạng II, dạng III', 'Quantity and volume of products of types II and III'],
  ['Chất lượng sản phẩm dạng II, dạng III', 'Quality of products of types II and III'],
  ['Đào tạo sau đại học', 'Postgraduate training'],
  ['Mục e) của dự thảo', 'Item e) of the draft'],
  ['Nội dung thẩm định', 'What is appraised'],
  ['Nội dung tài liệu chính xác, đầy đủ', 'The document is correct and complete'],
  ['Phù hợp với mục đích và người sử dụng', 'It suits its purpose and its users'],
  ['Hình thức trình bày, ngôn ngữ', 'Layout and language'],
  ['Nội dung kiểm tra', 'What is inspected'],
  ['Nội dung đã thực hiện so với hợp đồng', 'Work done, against the contract'],
  ['Tiến độ', 'Progress'],
  ['Sản phẩm đã có', 'Products so far'],
  ['Sử dụng kinh phí', 'Use of the funds'],
  ['Đánh giá', 'Assessment'],
  ['Tính cấp thiết của việc thực hiện', 'Urgency of carrying it out'],
  [
    'Tính liên ngành, liên vùng và tầm quan trọng của vấn đề khoa học',
    'Reach across sectors and regions, and importance of the scientific question',
  ],
  ['Khả năng không trùng lắp với nhiệm vụ đã và đang thực hiện', 'No duplication of tasks done or under way'],
  ['Nhu cầu cần thiết phải huy động nguồn lực quốc gia', 'Need to call on national resources'],
  ['Khả năng huy động kinh phí ngoài ngân sách', 'Prospect of funds from outside the budget'],
  ['Đề nghị thực hiện', 'Recommend carrying it out'],
  ['Đề nghị không thực hiện', 'Recommend not carrying it out'],
  ['Đề nghị thực hiện với các điều chỉnh nêu dưới đây', 'Recommend carrying it out with the changes stated below'],
  ['Dự kiến tên', 'Proposed name'],
  ['Định hướng mục tiêu', 'Direction of the aims'],
  ['Yêu cầu đối với kết quả', 'Requirements of the results'],
  [
    'Tính cấp thiết và triển vọng ứng dụng vào xây dựng, hoạch định chính sách',
    'Urgency, and prospect of use in making policy',
  ],
  [
    'Ảnh hưởng đối với ngành, lĩnh vực, vùng lãnh thổ và tầm quan trọng',
    'Effect on the sector, the field and the region, and importance',
  ],
  ['Nhu cầu huy động nguồn lực quốc gia', 'Need for national resources'],
  [
    'Tính cấp thiết và mục tiêu so với dự án đầu tư sản xuất sản phẩm trọng điểm, chủ lực',
    'Urgency and aims, against the investment project for key products',
  ],
  [
    'Tính khả thi (nội dung; phương án huy động nguồn lực của tổ chức chủ trì)',
    'Feasibility (content; how the host organisation will raise the means)',
  ],
  ['Nhóm tiêu chí đánh giá', 'Groups of criteria'],
  ['Tổng quan tình hình nghiên cứu', 'Review of the state of research'],
  [
    'Nội dung, nhân lực thực hiện các nội dung, phương pháp nghiên cứu và kỹ thuật sử dụng',
    'Content, people for it, research methods and techniques',
  ],
  ['Sản phẩm khoa học và công nghệ', 'Products of science and technology'],
  [
    'Khả năng ứng dụng hoặc sử dụng kết quả tạo ra vào sản xuất và đời sống',
    'Prospect of applying or using the results in production and daily life',
  ],
  ['Tính khả thi về kế hoạch và kinh phí thực hiện', 'Feasibility of the plan and the funds'],
  ['Năng lực của tổ chức và cá nhân thực hiện', 'Capacity of the organisation and the persons'],
  [
    'Tổng quan về các vấn đề công nghệ và thị trường của dự án [Mục 12, 13]',
    'Review of the project’s technology and market [Items 12, 13]',
  ],
  ['Làm rõ xuất xứ công nghệ, sự cần thiết', 'Origin of the technology and need for it made clear'],
  [
    'Khả năng triển khai, hoàn thiện công nghệ, cơ hội kinh doanh',
    'Prospect of rolling out and perfecting the technology; business opportunity',
  ],
  [
    'Nội dung và phương án triển khai [Mục 14, 15, 16, PL 8]',
    'Content and plan of the work [Items 14, 15, 16, Appendix 8]',
  ],
  ['Tính hợp lý của vấn đề công nghệ cần giải quyết', 'Soundness of the technological question to be solved'],
  ['Tính hợp lý của nội dung', 'Soundness of the content'],
  ['Tính khả thi của phương án', 'Feasibility of the plan'],
  ['Tính mới và tính khả thi của công nghệ [Mục 13, 17]', 'Novelty and feasibility of the technology [Items 13, 17]'],
  [
    'Trình độ công nghệ so với trong và ngoài nước',
    'Level of the technology against what exists in the country and abroad',
  ],
  ['Các tiêu chí còn lại của nhóm', 'The remaining criteria of the group'],
  [
    'Khả năng phát triển và hiệu quả kinh tế - xã hội dự kiến',
    'Prospect of growth, and expected economic and social effect',
  ],
  ['Phương án tài chính', 'Financial plan'],
  ['Năng lực thực hiện', 'Capacity to carry it out'],
  ['Tiêu chí đánh giá', 'Criteria'],
  ['Tính cấp thiết của nhiệm vụ', 'Urgency of the task'],
  ['Tính khả thi của nhiệm vụ', 'Feasibility of the task'],
  [
    'Tính hiệu quả và khả năng duy trì, nhân rộng của nhiệm vụ',
    'Effect of the task, and prospect of keeping it up and spreading it',
  ],
  ['Hình thức', 'Form and layout'],
  ['Tính cấp thiết, mục tiêu', 'Urgency and aims'],
  ['Tổng quan', 'Review of the field'],
  ['Nội dung, phương pháp', 'Content and methods'],
  ['Chất lượng sản phẩm', 'Quality of the products'],
  ['Tác động', 'Impact'],
  ['Tổ chức thực hiện, kinh phí', 'Organisation of the work and funds'],
  ['Xuất sắc', 'Excellent'],
  ['Khá', 'Good'],
  ['Đạt', 'Pass'],
  ['Không đạt', 'Fail'],
  ['Tính cấp thiết', 'Urgency'],
  ['Cách tiếp cận, phương pháp nghiên cứu', 'Approach and research methods'],
  ['Đối tượng, phạm vi nghiên cứu', 'Subject and scope of the research'],
  ['Nội dung, tiến độ', 'Content and schedule'],
  ['Chuyển giao, tác động', 'Transfer and impact'],
  ['Tiềm lực của tổ chức chủ trì', 'Strength of the host organisation'],
  ['Năng lực chủ nhiệm và các tiêu chí còn lại', 'Capacity of the principal investigator, and the remaining criteria'],
  [
    'Xuất sắc: vượt mức so với đặt hàng. Đạt: đáp ứng đúng yêu cầu. Không đạt: không đáp ứng.',
    'Excellent: more than was ordered. Pass: just what was required. Fail: not what was required.',
  ],
  [
    'Xuất sắc: đã hoàn thiện, đáp ứng yêu cầu. Đạt: cần chỉnh sửa, bổ sung, có thể hoàn thiện. Không đạt: không thuộc hai trường hợp trên.',
    'Excellent: complete and as required. Pass: needs changes or additions and can be completed. Fail: neither of the two.',
  ],
  [
    'Nguồn bị cắt: nội dung mục e) chưa đọc được; 15 điểm là phần còn lại của thang 100.',
    'The source is cut off: what item e) says could not be read; 15 points are what is left of 100.',
  ],
  [
    'Chỉ áp dụng đối với dự án; với đề tài chọn “không áp dụng”.',
    'Only for projects; for research choose “not applicable”.',
  ],
  [
    'Nguồn bị cắt: các tiêu chí còn lại của nhóm chưa đọc được, gộp thành một dòng với hệ số còn lại.',
    'The source is cut off: the remaining criteria of the group could not be read and are one line with the remaining coefficient.',
  ],
  [
    'Nguồn bị cắt từ mục năng lực chủ nhiệm; phần còn lại của thang 100 gộp thành một dòng, mức tối thiểu chưa biết.',
    'The source is cut off from the capacity of the principal investigator on; what is left of 100 is one line, its minimum not known.',
  ],

  // Notes on sources.
  [
    'Số, ngày đọc được; nội dung đọc qua bản tiếng Anh; tên đầy đủ chưa đối chiếu.',
    'Number and date were read; the content was read in an English version; the full name is not verified.',
  ],
  [
    'Nhiệm vụ được phê duyệt trước ngày 01/10/2025 tiếp tục theo quy định cũ; đọc trong một bản tóm tắt luật. Ngày đầu của thời gian áp dụng chưa đối chiếu nếu để trống.',
    'Tasks approved before 01/10/2025 go on under the older rules; read in a summary of the law. The first day they apply is not verified where it is left empty.',
  ],
  [
    '“Tuyển chọn, giao trực tiếp” theo tên thông tư này; “xác định nhiệm vụ” theo tên 06/2023/TT-BKHCN, “đánh giá, nghiệm thu” theo tên 11/2014/TT-BKHCN; “thẩm định tài liệu chuyên môn” và “kiểm tra định kỳ” theo báo cáo của chương trình, chưa đọc được trong văn bản.',
    '“Selection and direct assignment” is from the name of this circular, “identification of tasks” from that of 06/2023/TT-BKHCN, “assessment and acceptance” from that of 11/2014/TT-BKHCN; “appraisal of technical documents” and “periodic inspection” are from a report of the programme and were not read in a document.',
  ],
  [
    'Đọc qua bản tiếng Anh; lời Việt là diễn đạt lại.',
    'Read in an English version; the Vietnamese words are put anew.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: ít nhất 2/3 số thành viên.',
    'From general knowledge, without a source: at least 2/3 of the members.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: chủ tịch, hoặc phó chủ tịch được ủy quyền bằng văn bản.',
    'From general knowledge, without a source: the chair, or the vice-chair authorised in writing.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: cả hai ủy viên phản biện, hoặc ít nhất một; chưa rõ.',
    'From general knowledge, without a source: both reviewers, or at least one; not clear.',
  ],
  [
    'Chưa tìm thấy quy định tính người họp trực tuyến vào số có mặt trong văn bản về hội đồng này; chỉ thấy ở lĩnh vực khác (27/2015/TT-BTNMT Điều 26).',
    'No rule that counts those taking part online as present was found in the documents on this council; only in another field (27/2015/TT-BTNMT Article 26).',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: nhiều nhất 01 người của tổ chức chủ trì và không giữ chức danh.',
    'From general knowledge, without a source: at most 1 person of the host organisation, holding no office.',
  ],
  [
    'Chưa tìm thấy quy định; người có xung đột lợi ích vẫn dự họp nhưng không đánh giá hồ sơ liên quan.',
    'No rule was found; somebody with a conflict of interest still attends but does not judge the dossier concerned.',
  ],
  [
    'Chưa tìm thấy quy định về họp trực tuyến của hội đồng nghiệm thu.',
    'No rule on online meetings of acceptance councils was found.',
  ],
  [
    'Quy tắc đọc qua bản tiếng Anh; bố cục Mẫu 7 chưa tìm thấy.',
    'The rule was read in an English version; the layout of Form 7 was not found.',
  ],
  ['Chưa tìm thấy nguyên văn; mặc định sửa được.', 'The wording was not found; a default that can be changed.'],
  [
    'Chưa tìm thấy quy định làm tròn của Bộ KH&CN. Mặc định: hiển thị 2 chữ số thập phân, so sánh bằng số chính xác. Sửa được.',
    'No rule on rounding of the Ministry of Science and Technology was found. Default: 2 decimals are shown, comparisons are exact. Can be changed.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: nộp hồ sơ chậm quá 06 tháng mà không có ý kiến của cơ quan có thẩm quyền; chỗ này của nguồn bị cắt.',
    'From general knowledge, without a source: handed in more than 6 months late without the consent of the competent authority; the source is cut off here.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: Xuất sắc khi ít nhất 3/4 thành viên có mặt đánh giá Xuất sắc và không ai Không đạt; Không đạt khi trên 1/3 Không đạt; còn lại Đạt.',
    'From general knowledge, without a source: Excellent when at least 3/4 of the members present say Excellent and nobody Fail; Fail when more than 1/3 say Fail; else Pass.',
  ],
  [
    'Chưa thấy quy tắc điểm chênh lệch trong văn bản của Bộ KH&CN nên để tắt. Theo hiểu biết chung, Bộ GD&ĐT có quy tắc: chênh hơn 20 điểm so với trung bình.',
    'No rule on points far apart was seen in documents of the Ministry of Science and Technology, so it is off. From general knowledge, the Ministry of Education and Training has one: more than 20 points from the mean.',
  ],
  ['Đọc được ở 33/2014/TT-BKHCN (cấp bộ).', 'Read in 33/2014/TT-BKHCN (ministry level).'],
  ['Cách hiểu chung về hội đồng tư vấn.', 'How advisory councils are commonly understood.'],
  ['Theo hiểu biết chung, độ chắc thấp.', 'From general knowledge, not at all sure.'],
  [
    'Bản dự thảo được đăng tải; đã ban hành hay chưa và khi nào: chưa tìm thấy.',
    'A published draft; whether and when it was issued was not found.',
  ],
  ['Dự thảo không có thời gian áp dụng.', 'The draft does not say when it applies.'],
  ['Mượn 11/2014.', 'Borrowed from 11/2014.'],
  ['Chưa tìm thấy trong dự thảo; mặc định 2/3.', 'Not found in the draft; 2/3 by default.'],
  ['Chưa tìm thấy trong dự thảo.', 'Not found in the draft.'],
  ['Chưa tìm thấy.', 'Not found.'],
  ['Nguồn bị cắt; 15 điểm suy ra từ tổng 100.', 'The source is cut off; 15 points follow from the total of 100.'],
  ['Trung bình cộng: mặc định.', 'Arithmetic mean: a default.'],
  ['Mã biểu chưa tìm thấy.', 'The code of the form was not found.'],
  ['Trình bày tự do.', 'Free layout.'],
  ['Không có nguồn pháp lý được biết; mặc định sửa được.', 'No legal origin is known; a default that can be changed.'],
  ['Tên gọi thông dụng.', 'The common name.'],
  ['Biểu cấu hình được; không có nguồn pháp lý.', 'A configurable form; it has no legal origin.'],
  [
    'Văn bản cấp bộ, dùng để đối chiếu nơi 06/2023 chưa đọc được.',
    'A ministry-level document, to compare with where 06/2023 could not be read.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: 07 đến 09 thành viên.',
    'From general knowledge, without a source: 7 to 9 members.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: cùng các chức danh như hội đồng tuyển chọn.',
    'From general knowledge, without a source: the same offices as in a selection council.',
  ],
  [
    'Thông tư cấp bộ; 06/2023 dùng cùng quy tắc này hay không: chưa đối chiếu.',
    'A ministry-level circular; whether 06/2023 has the same rule is not verified.',
  ],
  [
    'Thông tư cấp bộ; 06/2023 dùng cùng quy tắc này hay không: chưa đối chiếu. Số ủy viên phản biện khác nhau giữa các văn bản.',
    'A ministry-level circular; whether 06/2023 has the same rule is not verified. The number of reviewers differs among the documents.',
  ],
  [
    'Thông tư cấp bộ; đọc qua bản dịch. 06/2023 chưa đối chiếu.',
    'A ministry-level circular, read in a translation. 06/2023 is not verified.',
  ],
  ['Thông tư cấp bộ.', 'A ministry-level circular.'],
  [
    'Họp trực tiếp, trực tuyến, hoặc trực tiếp kết hợp trực tuyến.',
    'Meeting in person, online, or in person and online together.',
  ],
  [
    'Bản chép trong một phần mềm; biểu năm 2017, đã được 06/2023 thay thế. Biểu của 06/2023 chưa tìm thấy.',
    'A transcript in a piece of software; the form is of 2017 and was replaced by 06/2023. The form of 06/2023 was not found.',
  ],
  ['Mượn 11/2014 và 12/2009.', 'Borrowed from 11/2014 and 12/2009.'],
  [
    'Thông tư cấp bộ; 06/2023 dùng cùng quy tắc này hay không: chưa đối chiếu. “Trên 3/4” cũng đọc được ở 45/2016/TT-BTTTT.',
    'A ministry-level circular; whether 06/2023 has the same rule is not verified. “More than 3/4” was also read in 45/2016/TT-BTTTT.',
  ],
  [
    '“Đề nghị thực hiện với các điều chỉnh” được tính là đồng ý: cách hiểu, chưa đối chiếu.',
    '“Recommend carrying it out with changes” counts as being for: a reading, not verified.',
  ],
  ['Mã in theo từng biểu.', 'The code is printed form by form.'],
  ['Chỉ đọc được tên biểu.', 'Only the name of the form was read.'],
  ['Văn bản cấp bộ, chỉ dùng để đối chiếu.', 'A ministry-level document, only to compare with.'],
  [
    'Ngày đầu là ngày 20/2023 có hiệu lực; ngày cuối theo điều khoản chuyển tiếp, đọc trong một bản tóm tắt luật.',
    'The first day is that on which 20/2023 came into force; the last follows a transitional clause read in a summary of the law.',
  ],
  [
    'Nguyên văn nêu 02 ủy viên phản biện; số 01 của các chức danh khác là cách hiểu thông thường.',
    'The wording says 2 reviewers; the 1 of the other offices is how it is commonly understood.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: chủ tịch, hoặc phó chủ tịch được chủ tịch ủy quyền bằng văn bản.',
    'From general knowledge, without a source: the chair, or the vice-chair whom the chair authorised in writing.',
  ],
  [
    'Đọc được ở 08/2017/TT-BKHCN (nguồn thứ cấp, đã hết hiệu lực).',
    'Read in 08/2017/TT-BKHCN (a secondary source, no longer in force).',
  ],
  ['Theo hiểu biết chung, chưa có nguồn: 03 người.', 'From general knowledge, without a source: 3 people.'],
  ['Mượn 33/2014/TT-BKHCN (cấp bộ).', 'Borrowed from 33/2014/TT-BKHCN (ministry level).'],
  [
    'Theo hiểu biết chung, chưa có nguồn: giống 06/2023.',
    'From general knowledge, without a source: the same as 06/2023.',
  ],
  [
    'Điểm tối đa từng nhóm đọc được ở Điều 12; Σ hệ số = điểm tối đa / 4 là suy ra từ cách chấm 0-4 nhân hệ số. Tiêu chí con và mã biểu của 20/2023 chưa tìm thấy nên mỗi nhóm là một dòng.',
    'The maximum of each group was read in Article 12; Σ coefficients = maximum / 4 follows from marks of 0-4 times a coefficient. The criteria within the groups and the code of the form in 20/2023 were not found, so each group is one line.',
  ],
  [
    'Biểu của 20/2023 chưa tìm thấy. Nhóm 1 đến 3 đọc được ở M27-PĐGDA của 26/2018/TT-BTNMT, nhóm 4 đến 6 theo hiểu biết chung, chưa có nguồn.',
    'The form of 20/2023 was not found. Groups 1 to 3 were read in M27-PĐGDA of 26/2018/TT-BTNMT; groups 4 to 6 are from general knowledge, without a source.',
  ],
  [
    'Đọc được ở biểu của Bộ TN&MT; việc 20/2023 dùng đúng biểu này chưa đối chiếu.',
    'Read in a form of the Ministry of Natural Resources and Environment; that 20/2023 uses just this form is not verified.',
  ],
  [
    'Nguồn bị cắt; hệ số 2 suy ra từ điểm tối đa 12 của nhóm.',
    'The source is cut off; the coefficient 2 follows from the group’s maximum of 12.',
  ],
  [
    'Đọc được ở biểu của Bộ TN&MT; việc 20/2023 dùng đúng biểu này chưa đối chiếu. Điểm tối đa của nhóm đọc được, tiêu chí con chỉ đọc được một phần.',
    'Read in a form of the Ministry of Natural Resources and Environment; that 20/2023 uses just this form is not verified. The maximum of the group was read, the criteria within it only in part.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn; ba nhóm cuối làm tổng đúng 100 điểm.',
    'From general knowledge, without a source; with the last three groups the total is just 100 points.',
  ],
  [
    'Trung bình cộng các phiếu hợp lệ của thành viên có mặt: theo hiểu biết chung, chưa có nguồn.',
    'Arithmetic mean of the valid ballots of members present: from general knowledge, without a source.',
  ],
  ['Theo hiểu biết chung về 10/2014 và 08/2017.', 'From general knowledge of 10/2014 and 08/2017.'],
  ['Theo hiểu biết chung về 08/2017.', 'From general knowledge of 08/2017.'],
  [
    'Theo hiểu biết chung, chưa có nguồn: điểm cao hơn của chủ tịch hoặc phó chủ tịch chủ trì.',
    'From general knowledge, without a source: the higher points of the chair, or of the vice-chair presiding.',
  ],
  [
    'Theo hiểu biết chung, chưa có nguồn: vẫn bằng nhau thì Hội đồng kiến nghị, cơ quan có thẩm quyền quyết định.',
    'From general knowledge, without a source: where they are still equal the council recommends and the competent authority decides.',
  ],
  [
    'Điểm trung bình cao nhất và đạt ngưỡng: theo hiểu biết chung, chưa có nguồn.',
    'The highest mean that reaches the threshold: from general knowledge, without a source.',
  ],
  [
    'Đoạn trích chỉ ghi “Điều 12 Thông tư này”; lời văn khớp 20/2023.',
    'The excerpt only says “Article 12 of this circular”; the words match 20/2023.',
  ],
  ['Mã biểu của 20/2023 chưa tìm thấy.', 'The code of the form of 20/2023 was not found.'],
  ['Chưa tìm thấy biểu của văn bản.', 'The form of the document was not found.'],
  [
    'Mượn trình tự của 37/2016/TT-BCT (cấp bộ).',
    'The order of business is borrowed from 37/2016/TT-BCT (ministry level).',
  ],
  [
    'Chỉ đọc được Điều 16; ngày ban hành và ngày có hiệu lực chưa tìm thấy; tên đầy đủ chưa đối chiếu.',
    'Only Article 16 was read; the dates of issue and of coming into force were not found; the full name is not verified.',
  ],
  [
    'Chuyển vai trò từ Tổng cục TĐC sang Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia; nội dung sửa đổi khác chưa đối chiếu.',
    'Moves the role from the Directorate for Standards, Metrology and Quality to the national commission of that name; other amendments are not verified.',
  ],
  [
    'Số thành viên theo 15/2022 chưa tìm thấy; mặc định mượn 20/2023 điểm a khoản 1 Điều 8.',
    'The number of members under 15/2022 was not found; the default is borrowed from 20/2023, point a, clause 1, Article 8.',
  ],
  [
    'Chức danh theo 15/2022 chưa tìm thấy; mặc định mượn 20/2023 điểm a khoản 1 Điều 8.',
    'The offices under 15/2022 were not found; the default is borrowed from 20/2023, point a, clause 1, Article 8.',
  ],
  [
    'Điều kiện họp theo 15/2022 chưa tìm thấy; mặc định 2/3 số thành viên.',
    'The quorum under 15/2022 was not found; 2/3 of the members by default.',
  ],
  [
    'Người chủ trì theo 15/2022 chưa tìm thấy; mặc định chủ tịch, hoặc phó chủ tịch được ủy quyền bằng văn bản.',
    'Who presides under 15/2022 was not found; by default the chair, or the vice-chair authorised in writing.',
  ],
  [
    'Số ủy viên phản biện phải có mặt khác nhau giữa các văn bản (hai, một, không); mặc định một.',
    'How many reviewers must be present differs among the documents (two, one, none); one by default.',
  ],
  [
    'Đọc được ở 08/2017/TT-BKHCN (nguồn thứ cấp, đã hết hiệu lực); 15/2022 chưa đối chiếu.',
    'Read in 08/2017/TT-BKHCN (a secondary source, no longer in force); 15/2022 is not verified.',
  ],
  ['Chưa tìm thấy; mặc định 03 người.', 'Not found; 3 people by default.'],
  [
    'Mượn 33/2014/TT-BKHCN (nguồn thứ cấp); chỉ nhắc, không khóa.',
    'Borrowed from 33/2014/TT-BKHCN (a secondary source); it only reminds and locks nothing.',
  ],
  [
    'Mượn biểu PL2-TVHĐ của 33/2014/TT-BKHCN; chỉ nhắc, không khóa.',
    'Borrowed from form PL2-TVHĐ of 33/2014/TT-BKHCN; it only reminds and locks nothing.',
  ],
  [
    '06/2023 cho phép với hội đồng xác định nhiệm vụ; 15/2022 chưa đối chiếu.',
    '06/2023 allows it for councils that identify tasks; 15/2022 is not verified.',
  ],
  [
    'Điểm cho trực tiếp. Tiêu chí con của B8-ĐGNV chưa tìm thấy; bước điểm 0,5 là mặc định sửa được.',
    'Points are given directly. The criteria within those of B8-ĐGNV were not found; the step of 0.5 is a default that can be changed.',
  ],
  ['Mượn 11/2014 và 12/2009; 15/2022 chưa đối chiếu.', 'Borrowed from 11/2014 and 12/2009; 15/2022 is not verified.'],
  ['“Số điểm tối đa cho một hồ sơ là 100 điểm”.', '“The maximum for one dossier is 100 points”.'],
  [
    'Trung bình cộng các phiếu hợp lệ của thành viên có mặt: chưa tìm thấy nguyên văn.',
    'Arithmetic mean of the valid ballots of members present: the wording was not found.',
  ],
  [
    'Ngưỡng 70/100 không có trong phần đã đọc của 15/2022; mượn hiểu biết chung về 10/2014 và 08/2017.',
    'The threshold of 70/100 is not in what was read of 15/2022; it is borrowed from general knowledge of 10/2014 and 08/2017.',
  ],
  [
    'Quy tắc điểm 0 không có trong phần đã đọc của 15/2022; mượn hiểu biết chung về 08/2017.',
    'The rule on 0 points is not in what was read of 15/2022; it is borrowed from general knowledge of 08/2017.',
  ],
  [
    'Điểm cao hơn của chủ tịch hoặc phó chủ tịch chủ trì: chưa tìm thấy nguyên văn.',
    'The higher points of the chair, or of the vice-chair presiding: the wording was not found.',
  ],
  [
    'Vẫn bằng nhau thì Hội đồng kiến nghị, cơ quan có thẩm quyền quyết định: chưa tìm thấy nguyên văn.',
    'Where they are still equal the council recommends and the competent authority decides: the wording was not found.',
  ],
  [
    '15/2022 có quy định trường hợp nhiều hồ sơ cùng đạt nhưng nội dung chưa tìm thấy; mặc định đề nghị hồ sơ có điểm trung bình cao nhất trong số hồ sơ của cùng một nhiệm vụ.',
    '15/2022 has a rule for several dossiers that pass, but what it says was not found; by default the dossier with the highest mean among those for one task is recommended.',
  ],
  [
    'Đọc được ở 33/2014/TT-BKHCN (cấp bộ); 15/2022 chưa đối chiếu.',
    'Read in 33/2014/TT-BKHCN (ministry level); 15/2022 is not verified.',
  ],
  [
    'Đọc được ở đoạn trích khớp 20/2023 Điều 12; 15/2022 chưa đối chiếu.',
    'Read in an excerpt that matches 20/2023 Article 12; 15/2022 is not verified.',
  ],
  ['Chưa tìm thấy biểu của văn bản; trình bày tự do.', 'The form of the document was not found; free layout.'],
  [
    'Mượn trình tự của 37/2016/TT-BCT (cấp bộ); 15/2022 chưa đối chiếu.',
    'The order of business is borrowed from 37/2016/TT-BCT (ministry level); 15/2022 is not verified.',
  ],
  [
    'Số, ngày, các chương đọc được; ngày có hiệu lực 01/10/2025 là theo hiểu biết chung, chưa có nguồn.',
    'Number, date and chapters were read; 01/10/2025 as the day it came into force is from general knowledge, without a source.',
  ],
  ['Điều khoản về hội đồng chưa tìm thấy.', 'The clauses on councils were not found.'],
  [
    'Xếp “nâng cao năng suất, chất lượng” vào nhiệm vụ đổi mới sáng tạo; điều khoản về hội đồng chưa tìm thấy.',
    'Puts “raising productivity and quality” among the tasks of innovation; the clauses on councils were not found.',
  ],
  ['Chỉ đọc được phần đầu.', 'Only the beginning was read.'],
  [
    'Nhiệm vụ được phê duyệt từ 01/10/2025; suy ra từ điều khoản chuyển tiếp đọc trong một bản tóm tắt luật.',
    'Tasks approved from 01/10/2025 on; derived from a transitional clause read in a summary of the law.',
  ],
  [
    'Suy ra từ 268/2025 (đọc được), 267/2025 và bản tóm tắt luật (nguồn thứ cấp).',
    'Derived from 268/2025 (which was read), 267/2025 and the summary of the law (a secondary source).',
  ],
  [
    'Chưa tìm thấy điều khoản về hội đồng trong văn bản từ 01/10/2025; mặc định mượn quy định trước đó, sửa được.',
    'No clauses on councils were found in the documents since 01/10/2025; the default is borrowed from earlier rules and can be changed.',
  ],
  ['Đọc trong một bản tóm tắt.', 'Read in a summary.'],
  ['Năm 2010, cấp bộ (Bộ NN&PTNT).', 'Of 2010, ministry level (Ministry of Agriculture and Rural Development).'],
  ['Mẫu tham khảo.', 'A template.'],
  ['Mặc định.', 'A default.'],
  ['Mặc định 2/3.', '2/3 by default.'],
  ['Mặc định một phản biện.', 'One reviewer by default.'],
  [
    'Bảng viết theo số nguyên (60 rồi 61, 75 rồi 76, 90 rồi 91); điểm lẻ nằm giữa hai mức được xếp vào mức dưới.',
    'The table is written in whole numbers (60 then 61, 75 then 76, 90 then 91); points between two grades take the lower one.',
  ],
  [
    'Tiêu chí của M53-ĐGKQNC chưa đọc được; bảng tiêu chí mượn 3369/QĐ-BNN-KHCN để có chỗ bắt đầu.',
    'The criteria of M53-ĐGKQNC could not be read; those of 3369/QĐ-BNN-KHCN are borrowed as a place to begin.',
  ],
  ['Thang 100: suy ra từ bảng xếp loại.', 'Out of 100: follows from the table of grades.'],
  [
    'Bảng xếp loại nêu cho từng phiếu (đọc được); dùng cùng bảng cho điểm trung bình của Hội đồng là mặc định chưa đối chiếu.',
    'The table of grades is stated for each ballot (which was read); using it for the council’s mean is a default, not verified.',
  ],
  [
    'Bảng nêu cho từng phiếu. Trường hợp bảng không nêu (ví dụ từ 50 đến dưới 60 điểm mà nộp chậm) xếp Không đạt theo hàng cuối.',
    'The table is stated for each ballot. Cases it does not name (such as from 50 to below 60 points, handed in late) are Fail by the last row.',
  ],
  ['Chỉ đọc được phần đầu Mẫu 10.', 'Only the beginning of Form 10 was read.'],
  [
    'Đọc được bảng điểm và mức phê duyệt; số của văn bản ban hành mẫu không đọc được.',
    'The table of points and the level of approval were read; the number of the document that issued the form could not be read.',
  ],
  [
    'Mượn 11/2016/TT-BGDĐT Điều 30 (hội đồng nghiệm thu cấp bộ: 7, 9 hoặc 11 thành viên).',
    'Borrowed from 11/2016/TT-BGDĐT Article 30 (ministry-level acceptance councils: 7, 9 or 11 members).',
  ],
  ['Mượn 11/2016/TT-BGDĐT Điều 30.', 'Borrowed from 11/2016/TT-BGDĐT Article 30.'],
  [
    'Mượn 11/2016/TT-BGDĐT Điều 30: ít nhất 1/3 thành viên ngoài tổ chức chủ trì.',
    'Borrowed from 11/2016/TT-BGDĐT Article 30: at least 1/3 of the members from outside the host organisation.',
  ],
  ['Mặc định chủ tịch chủ trì.', 'The chair presides by default.'],
  ['Đọc được ở 11/2016/TT-BGDĐT cho hội đồng nghiệm thu.', 'Read in 11/2016/TT-BGDĐT for acceptance councils.'],
  ['Văn bản cấp bộ (Bộ GD&ĐT).', 'A ministry-level document (Ministry of Education and Training).'],
  ['Nguồn bị cắt; 20 điểm suy ra nếu tổng là 100.', 'The source is cut off; 20 points follow if the total is 100.'],
  ['Tổng 100 theo mẫu cũ; Mẫu 10 bị cắt.', 'The total of 100 is that of the older form; Form 10 is cut off.'],
  [
    '“Phê duyệt ≥ 55”: dấu ≥ bị mất trong bản chép, đọc theo ngữ cảnh.',
    '“Approved ≥ 55”: the sign ≥ was lost in the transcript and is read from the context.',
  ],
  [
    '“Không có tiêu chí nào dưới mức tối thiểu”; tính trên điểm trung bình hay từng phiếu chưa rõ, ở đây tính trên điểm trung bình.',
    '“No criterion below its minimum”; whether in the mean or on each ballot is not clear, here it is the mean.',
  ],
  ['Ví dụ để sửa: điểm nội dung cao hơn.', 'An example to be changed: the higher points for the content.'],
  [
    'Ví dụ để sửa: chủ tịch xếp thứ tự, có ghi lý do.',
    'An example to be changed: the chair puts them in order and gives a reason.',
  ],
  [
    'Ví dụ để sửa: bốc thăm có ghi lại, vẽ lại được.',
    'An example to be changed: a recorded lot that can be drawn again.',
  ],
  ['Mặc định: mọi hồ sơ đạt đều được đề nghị.', 'Default: every dossier that passes is recommended.'],
  [
    'Theo hiểu biết chung: phiếu chênh hơn 20 điểm so với trung bình ban đầu thì không tính; chưa có nguồn, để tắt.',
    'From general knowledge: a ballot more than 20 points from the first mean is not counted; without a source, so it is off.',
  ],
]);
