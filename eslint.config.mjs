// Lint: typed rules everywhere, the import rules of the folders, and the determinism rules of the sandbox.
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';
import importRules from './importRules.cjs';

const { FOLDERS, MAY_IMPORT } = importRules;

const nodeModules = '^(node:.*|fs|path|os|crypto|http|https|net|child_process|util|events|stream)$';
// Modules are loaded once a worker and shared by all its workflows (worker/workflowBundle.ts): what one case leaves in
// a module, another finds there.
const sharedState = [
  {
    selector:
      "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']",
    message: 'Cases share their modules: no state in one.',
  },
  {
    selector:
      ':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/]',
    message: 'Cases share their modules: no collection that can grow in one.',
  },
];

const localDateGetters = [
  'getFullYear',
  'getMonth',
  'getDate',
  'getDay',
  'getHours',
  'getMinutes',
  'getSeconds',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toDateString',
  'getTimezoneOffset',
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.data', 'coverage', '**/*.js', 'eslint.config.mjs'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.js', '.mjs'] } },
      'boundaries/elements': FOLDERS.map((type) => ({
        type,
        pattern: `${type}/**`,
        partialMatch: false,
      })),
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: FOLDERS.map((type) => ({
            from: { element: { type } },
            allow: [type, ...(MAY_IMPORT[type] ?? FOLDERS)].map((to) => ({ to: { element: { type: to } } })),
          })),
        },
      ],
    },
  },
  {
    // The sandbox and the pure core: no clock, no randomness, no local time, no Node.
    files: ['domain/**/*.ts', 'workflows/**/*.ts', 'contracts/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: nodeModules, message: 'The sandbox has no Node API.' }] },
      ],
      'no-restricted-syntax': ['error', ...sharedState],
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'setTimeout',
        'setInterval',
        'fetch',
        'crypto',
        'Intl',
        'structuredClone',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        ...localDateGetters.map((property) => ({ property, message: 'Local time depends on the machine.' })),
      ],
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `${nodeModules}|^(@temporalio/.*|fastify|kysely|pg|date-holidays)$`,
              message: 'The rules stand alone.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date']", message: 'Dates are civil dates and instants.' },
        { selector: "MemberExpression[object.name='Date']", message: 'The clock is an argument.' },
        ...sharedState,
      ],
    },
  },
  { files: ['cli/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
);
