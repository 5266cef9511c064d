import { markText } from '#domain/regulation/mark.ts';
import type { Mark as MarkOf } from '#domain/regulation/source.ts';
import { useLanguage } from './language.tsx';
import classes from './mark.module.css';

/** How surely a rule is known: a full, a half and an empty circle, and the words. Never more than the mark says. */
export const Mark = ({ mark, count }: { readonly mark: MarkOf; readonly count?: number }) => {
  const text = markText(mark)[useLanguage()];
  return (
    <span className={classes.mark} data-mark={mark}>
      <svg aria-hidden viewBox="0 0 16 16" className={classes.sign}>
        <circle
          cx="8"
          cy="8"
          r="6"
          fill={mark === 'seen' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
        />
        {mark === 'secondary' && <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />}
      </svg>
      {count === undefined ? text : `${count} ${text}`}
    </span>
  );
};
