import { Button, Popover, SegmentedControl } from '@mantine/core';
import { IconTextSize } from '@tabler/icons-react';
import { useId } from 'react';
import { useLocation } from 'wouter';
import type { Preferences } from '#domain/contract/app.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useMessages } from '../ui/language.tsx';
import classes from './display-menu.module.css';

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

const Choice = <Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) => {
  const id = useId();
  return (
    <div className={classes.choice}>
      <span id={id}>{label}</span>
      <SegmentedControl
        size="sm"
        aria-labelledby={id}
        value={value}
        data={[...options]}
        onChange={(chosen) => onChange(chosen)}
      />
    </div>
  );
};

/** Text size, background, language and role: things of the person, not of the document. */
export const DisplayMenu = () => {
  const t = useMessages(shellMessages);
  const { preferences, change } = usePreferences();
  const [, navigate] = useLocation();
  const set = (changes: Partial<Preferences>) => change(changes);
  return (
    <Popover position="bottom-end" shadow="sm" width="auto" trapFocus returnFocus withRoles>
      <Popover.Target>
        <Button variant="subtle" size="sm" leftSection={<IconTextSize aria-hidden size="1.25rem" stroke={1.75} />}>
          {t.display}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.display}>
        <div className={classes.menu}>
          <Choice
            label={t.textSize}
            value={preferences.textSize}
            options={[
              { value: 'normal', label: t.textNormal },
              { value: 'large', label: t.textLarge },
              { value: 'larger', label: t.textLarger },
            ]}
            onChange={(textSize) => set({ textSize })}
          />
          <Choice
            label={t.theme}
            value={preferences.theme}
            options={[
              { value: 'light', label: t.themeLight },
              { value: 'dark', label: t.themeDark },
              { value: 'system', label: t.themeSystem },
            ]}
            onChange={(theme) => set({ theme })}
          />
          <Choice
            label={t.language}
            value={preferences.language}
            options={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(language) => set({ language })}
          />
          <Choice
            label={t.role}
            value={preferences.role ?? ''}
            options={[
              { value: 'secretary', label: t.roleSecretary },
              { value: 'member', label: t.roleMember },
            ]}
            onChange={(role) => {
              if (role === '') return;
              set({ role });
              navigate('/');
            }}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
