// One configuration for the whole tree. The zones below are the dependency rule of the README's layout section,
// type imports included; the compiler checks the rest (src-domain knows neither Node nor the DOM).
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const nodeBuiltins = { group: ['node:*'], message: 'src-domain and src-renderer know no Node.' };
const ours = (zones, why) => ({
  group: zones.flatMap((zone) => [`#${zone.replace('src-', '')}/*`, `**/${zone}/**`]),
  message: why,
});
const electron = {
  name: 'electron',
  message: 'Only src-main/electron imports electron: the core must run in every host.',
};

export default tseslint.config(
  { ignores: ['out/**', 'release/**', 'node_modules/**', 'test-results/**', 'playwright-report/**'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'import-x/no-default-export': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Handlers of React events are allowed to be async; their failures go to the operation's own error state.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src-domain/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [electron],
          patterns: [nodeBuiltins, ours(['src-main', 'src-renderer'], 'src-domain imports nothing of ours.')],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
      ],
    },
  },
  {
    files: ['src-main/**'],
    ignores: ['src-main/electron/**', 'src-main/loopback/**', 'src-main/cli/**', 'src-main/launch/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [electron],
          patterns: [
            ours(['src-renderer'], 'The back end knows no screen.'),
            {
              group: ['**/electron/**', '**/loopback/**', '**/cli/**', '**/launch/**'],
              message: 'The core knows no host.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src-main/loopback/**', 'src-main/cli/**', 'src-main/launch/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [electron] }] },
  },
  {
    files: ['src-main/cli/**', 'src-main/launch/**', 'tests/support/**', 'tests/bench/**', 'tests/faults/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src-renderer/**'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [electron],
          patterns: [
            nodeBuiltins,
            ours(['src-main'], 'The renderer speaks to the back end through the contract alone.'),
          ],
        },
      ],
    },
  },
  // Tools that demand a default export.
  {
    files: ['**/vite*.config.ts', '**/vitest.config.ts', '**/playwright.config.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
);
