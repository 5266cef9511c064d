import { packMessages } from '#domain/text/messages/packs.ts';
import { useLanguage, useMessages } from './language.tsx';

/** On a screen in another language: whose words a pack's are, and which count. */
export const ReadingNote = ({ className }: { readonly className?: string | undefined }) => {
  const t = useMessages(packMessages);
  return useLanguage() === 'vi' ? null : <p className={className}>{t.readingNote}</p>;
};
