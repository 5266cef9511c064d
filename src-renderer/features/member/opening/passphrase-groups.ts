/** The letters a program-made passphrase is written with; any other passphrase stays exactly as it is typed. */
const programMade = /^[23456789HKLMQT]{0,16}$/i;

/** Dashes after each four letters of a passphrase that the program made, so that it can be compared with the slip. */
export const inGroups = (typed: string): string => {
  const squeezed = typed.replace(/[\s\p{Pd}._]/gu, '');
  if (!programMade.test(squeezed)) return typed;
  return (squeezed.match(/.{1,4}/g) ?? []).join('-');
};
