import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const nodeGlobals = ['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'setImmediate']
const pureGlobals = [
  ...nodeGlobals,
  'globalThis',
  'window',
  'self',
  'document',
  'navigator',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'performance',
  'crypto',
  'localStorage',
  'sessionStorage',
]

/** Forbids globals by name, each with a message that says where the code belongs. */
function without(names, message) {
  return ['error', ...names.map((name) => ({ name, message }))]
}

const noBarrels = [
  'ExportAllDeclaration',
  'Program:has(> ExportNamedDeclaration[source]):not(:has(> :not(ExportNamedDeclaration[source], ImportDeclaration)))',
].map((selector) => ({
  selector,
  message: 'No barrel files: import from the module where the code belongs.',
}))
// dependency-cruiser reads components as they are compiled, when imports of types are gone; these look at them too.
const hostsApart = {
  regex: '^(\\.\\./)+(main/|preload/|contract/router$)|^node:|^electron$',
  message: 'The renderer knows contract and core: what needs files or Node belongs in main, behind an endpoint.',
}
const featuresApart = {
  regex: '^\\.\\./(?!\\.\\./)',
  message: 'A feature never imports another: what both need belongs in renderer/state, renderer/ui or renderer/dom.',
}
const noDomain = {
  regex: '^\\.\\./',
  message: 'renderer/ui knows svelte and ui alone: domain words belong in features.',
}

const noCasts = {
  selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
  message:
    'Parse unknown values with a schema instead of casting them; where a cast cannot be helped, say why on the line.',
}
const noClock = [
  ...[
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'CallExpression[callee.name="Date"]',
    'MemberExpression[object.name="Date"][property.name="now"]',
  ].map((selector) => ({
    selector,
    message: 'The core has no clock: take the time as a parameter, and read it in main or renderer.',
  })),
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The core has no randomness: take it as a parameter, and draw it in main or renderer.',
  },
]

export default tseslint.config(
  {
    ignores: [
      'out/**',
      'dist/**',
      'node_modules/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
      'tests/fixtures/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs', 'bin/*.mjs'] },
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', noCasts, ...noBarrels],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': without(
        pureGlobals,
        'The core is pure: take this as a parameter, or put the code into main or renderer.',
      ),
      'no-restricted-syntax': ['error', noCasts, ...noBarrels, ...noClock],
    },
  },
  {
    files: ['src/contract/**/*.ts'],
    rules: {
      'no-restricted-globals': without(
        pureGlobals,
        'The contract is words that both sides share: put what runs on one of them into main or renderer.',
      ),
    },
  },
  {
    files: ['src/main/services/**/*.ts'],
    rules: {
      'no-restricted-globals': without(
        nodeGlobals,
        'services know ports and no Node: put the code into main/corpus, main/storage or main/jobs, or into a host.',
      ),
    },
  },
  {
    files: ['src/renderer/**'],
    rules: {
      'no-restricted-globals': without(
        nodeGlobals,
        'The renderer has no Node: put the code into main, behind an endpoint.',
      ),
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig }, globals: globals.browser },
    rules: {
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: { 'max-lines': ['warn', { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['src/renderer/**/*.svelte'],
    rules: { 'no-restricted-imports': ['error', { patterns: [hostsApart] }] },
  },
  {
    files: ['src/renderer/features/**/*.svelte'],
    rules: { 'no-restricted-imports': ['error', { patterns: [hostsApart, featuresApart] }] },
  },
  {
    files: ['src/renderer/ui/**/*.svelte'],
    rules: { 'no-restricted-imports': ['error', { patterns: [hostsApart, noDomain] }] },
  },
  { files: ['src/renderer/**/*.ts'], languageOptions: { globals: globals.browser } },
  {
    files: ['tests/**/*.ts', '*.config.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      'max-lines': ['warn', { max: 400 }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node, parserOptions: { projectService: false } },
    rules: { 'no-restricted-syntax': 'off' },
  },
)
