import { useState } from 'react';
import { memberMessages } from '#domain/text/messages/member.ts';
import { twoDigits } from '#domain/text/number-words.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';

/** This computer's time in the form deadlines are written in, so that the two compare as texts. */
const nowAsLocalTime = (): string => {
  const now = new Date();
  const day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
  return `${day}T${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`;
};

/** A passed deadline never locks anything; it is only said. */
export const DeadlineNotice = ({ deadline }: { readonly deadline: string | null }) => {
  const t = useMessages(memberMessages);
  const [now] = useState(nowAsLocalTime);
  return deadline !== null && deadline < now ? <Notice tone="attention">{t.deadlinePassed}</Notice> : null;
};
