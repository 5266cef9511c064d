import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The blue of a fountain pen, pale to deep. Deep enough on paper and pale enough on ink for contrast AA. */
const pen: MantineColorsTuple = [
  '#eef2fb',
  '#dbe4f7',
  '#b9caf0',
  '#a3bbf2',
  '#7d9be0',
  '#5578c8',
  '#365bac',
  '#22469a',
  '#1b3980',
  '#142b63',
];

/** Warm greys of the evening theme, from text to ground. */
const dark: MantineColorsTuple = [
  '#ece7dc',
  '#c4beb1',
  '#aaa497',
  '#8b8478',
  '#4a463d',
  '#37342c',
  '#24221d',
  '#1a1915',
  '#131210',
  '#0d0c0b',
];

/** Warm greys of the day theme: paper in the shade. */
const gray: MantineColorsTuple = [
  '#f8f5ee',
  '#f3efe5',
  '#e9e3d6',
  '#ddd6c8',
  '#c9c1b1',
  '#a9a192',
  '#8a8375',
  '#676257',
  '#514d44',
  '#1b1a17',
];

/** Red is for what is wrong, and for the seal. */
const seal: MantineColorsTuple = [
  '#fcefed',
  '#f8dad6',
  '#f0b6ae',
  '#f29c92',
  '#dd6e62',
  '#c54438',
  '#b02c22',
  '#9c211a',
  '#7f1813',
  '#5f110d',
];

/** Ink on paper: one accent, hairlines, an 8-pixel grid, text of 16 px and more that grows with the root. */
export const theme = createTheme({
  primaryColor: 'pen',
  primaryShade: { light: 7, dark: 6 },
  colors: { pen, gray, dark, red: seal },
  white: '#fffefb',
  black: '#1b1a17',
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif",
  fontSizes: { xs: '0.9375rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.5' },
  headings: {
    fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.3' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.45' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    SegmentedControl: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 'lg', variant: 'subtle' } },
  },
});

/** The names our own styles use (`--paper`, `--ink` …), and Mantine's own colours laid onto them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--input-height-md': '2.75rem',
  },
  light: {
    '--paper': '#fbf9f4',
    '--paper-raised': '#fffefb',
    '--paper-sunk': '#f3efe5',
    '--ink': '#1b1a17',
    '--ink-soft': '#514d44',
    '--ink-faint': '#676257',
    '--hairline': '#ddd6c8',
    '--hairline-strong': '#8a8375',
    '--pen': '#22469a',
    '--pen-wash': '#eaeffa',
    '--wrong': '#9c211a',
    '--wrong-wash': '#fbeeeb',
    '--mantine-color-body': '#fbf9f4',
    '--mantine-color-text': '#1b1a17',
    '--mantine-color-dimmed': '#514d44',
    '--mantine-color-placeholder': '#6f695d',
    '--mantine-color-error': '#9c211a',
    '--mantine-color-default': '#fffefb',
    '--mantine-color-default-hover': '#f3efe5',
    '--mantine-color-default-border': '#8a8375',
    '--mantine-color-disabled': '#efeade',
    '--mantine-color-disabled-color': '#6f695d',
  },
  dark: {
    '--paper': '#1a1915',
    '--paper-raised': '#211f1a',
    '--paper-sunk': '#131210',
    '--ink': '#ece7dc',
    '--ink-soft': '#c4beb1',
    '--ink-faint': '#aaa497',
    '--hairline': '#37342c',
    '--hairline-strong': '#8b8478',
    '--pen': '#a3bbf2',
    '--pen-wash': '#222a3d',
    '--wrong': '#f29c92',
    '--wrong-wash': '#371f1b',
    '--mantine-color-body': '#1a1915',
    '--mantine-color-text': '#ece7dc',
    '--mantine-color-dimmed': '#c4beb1',
    '--mantine-color-placeholder': '#9b9588',
    '--mantine-color-error': '#f29c92',
    '--mantine-color-default': '#211f1a',
    '--mantine-color-default-hover': '#2a2822',
    '--mantine-color-default-border': '#8b8478',
    '--mantine-color-disabled': '#26241e',
    '--mantine-color-disabled-color': '#9b9588',
  },
});
