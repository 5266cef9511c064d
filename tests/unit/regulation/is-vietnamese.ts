const letters = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;
/** Numbers of documents and codes of forms, which are the same in every language. */
const codes = /\d+\/(\d{4}\/)?[A-ZĐ-]+(-[A-ZĐ]+)*|[A-Z]{1,3}\d*-[A-ZĐ]+/gu;

/** Is some of the text Vietnamese, as its letters tell? */
export const isVietnamese = (text: string): boolean => letters.test(text.normalize('NFC').replace(codes, ''));
