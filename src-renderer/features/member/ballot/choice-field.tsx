import { useId, type KeyboardEvent } from 'react';
import { useReadOnly } from '../../../ui/fields.tsx';
import classes from './ballot.module.css';

export type ChoiceOption = {
  readonly value: string;
  readonly label: string;
  /** The key that chooses it, shown before the label; null for none. */
  readonly digit: string | null;
};

type Props = {
  readonly id: string;
  readonly name: string;
  readonly options: readonly ChoiceOption[];
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
  /** One below the other, for long labels. */
  readonly stacked?: boolean;
};

/** One of a few levels: arrows and the space bar as in any list of choices, or the digit shown before each. */
export const ChoiceField = ({ id, name, options, value, onChoose, stacked = false }: Props) => {
  const group = useId();
  const readOnly = useReadOnly();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (readOnly || event.ctrlKey || event.altKey || event.metaKey) return;
    const option = options.find(({ digit }) => digit !== null && digit === event.key);
    if (!option) return;
    event.preventDefault();
    onChoose(option.value);
    document.getElementById(`${group}-${option.value}`)?.focus();
  };
  return (
    // The group listens for digits on behalf of the choices within, which have the focus.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus belongs to the radio buttons
    <div
      id={id}
      role="radiogroup"
      aria-label={name}
      className={classes.choices}
      data-stacked={stacked}
      onKeyDown={onKeyDown}
    >
      {options.map((option, index) => {
        const chosen = option.value === value;
        return (
          <label key={option.value} className={classes.choice} data-chosen={chosen}>
            <input
              id={`${group}-${option.value}`}
              type="radio"
              name={group}
              value={option.value}
              checked={chosen}
              disabled={readOnly}
              // One stop a group for Enter, as for Tab: the chosen one, else the first.
              data-item={chosen || (value === null && index === 0) ? true : undefined}
              onChange={() => onChoose(option.value)}
            />
            {option.digit !== null && (
              // Where the label has words the number is only its key; without words it is the answer itself.
              <kbd aria-hidden={option.label !== ''} className={classes.digit}>
                {option.digit}
              </kbd>
            )}
            {option.label !== '' && <span>{option.label}</span>}
          </label>
        );
      })}
    </div>
  );
};
