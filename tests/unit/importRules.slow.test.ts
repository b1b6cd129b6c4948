import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyProject, projectRoot, type ProjectCopy } from '../support/projectCopy'

// A violation of every rule on who may import whom, each in a file of its own in a copy of the project, found by the
// very tools of `npm run check`. Nothing else of the copy may be found fault with, so the copy without them passes.

type Rule = { readonly name: string; readonly comment: string }
const require = createRequire(import.meta.url)
const { forbidden } = require(join(projectRoot, '.dependency-cruiser.cjs')) as { readonly forbidden: readonly Rule[] }

/** The rule, the room that breaks it, and what it imports. */
const IMPORTS: readonly (readonly [rule: string, folder: string, wanted: string])[] = [
  ['resolvable', 'src/core/text', './nowhere'],
  ['core-is-pure', 'src/core/text', '../../contract/errors'],
  ['core-is-pure', 'src/core/report', '../../main/services/ports'],
  ['core-is-pure', 'src/core/diff', '../../renderer/dom/scrollLink'],
  ['core-packages', 'src/core/match', 'valibot'],
  ['core-packages', 'src/core/match', 'diff'],
  ['core-packages', 'src/core/anchor', 'node:fs'],
  ['core-diff-packages', 'src/core/diff', 'valibot'],
  ['core-diff-packages', 'src/core/diff', 'node:crypto'],
  ['contract-imports', 'src/contract', '../main/services/ports'],
  ['contract-imports', 'src/contract', '../renderer/dom/scrollLink'],
  ['contract-packages', 'src/contract', 'diff'],
  ['contract-packages', 'src/contract', 'node:path'],
  ['services-use-ports', 'src/main/services', '../storage/createStorage'],
  ['services-use-ports', 'src/main/services', '../corpus/createCorpus'],
  ['services-use-ports', 'src/main/services', '../jobs/createJobs'],
  ['services-use-ports', 'src/main/services', '../hosts/shared/eventHub'],
  ['services-use-ports', 'src/main/services', '../workbench'],
  ['services-no-node', 'src/main/services', 'node:fs/promises'],
  ['services-no-node', 'src/main/services', 'diff'],
  ['storage-stands-alone', 'src/main/storage', '../services/handlers'],
  ['storage-stands-alone', 'src/main/storage', '../corpus/createCorpus'],
  ['corpus-stands-alone', 'src/main/corpus', '../services/handlers'],
  ['corpus-stands-alone', 'src/main/corpus', '../storage/createStorage'],
  ['jobs-stand-alone', 'src/main/jobs', '../services/handlers'],
  ['jobs-stand-alone', 'src/main/jobs', '../hosts/shared/eventHub'],
  ['schemas-below-services', 'src/main/storage', '../../contract/router'],
  ['schemas-below-services', 'src/main/corpus', '../../contract/client'],
  ['hosts-use-services', 'src/main/hosts/cli', '../../storage/createStorage'],
  ['hosts-use-services', 'src/main/hosts/http', '../../corpus/createCorpus'],
  ['hosts-use-services', 'src/main/hosts/shared', '../../jobs/createJobs'],
  ['hosts-apart', 'src/main/hosts/http', '../electron/ipc'],
  ['hosts-apart', 'src/main/hosts/cli', '../http/serve'],
  ['hosts-apart', 'src/main/hosts/electron', '../cli/output'],
  ['hosts-shared-below-hosts', 'src/main/hosts/shared', '../http/limits'],
  ['main-without-renderer', 'src/main/hosts/electron', '../../../renderer/dom/scrollLink'],
  ['main-without-renderer', 'src/main/hosts/electron', '../../../preload/preload'],
  ['electron-at-home', 'src/main/hosts/http', 'electron'],
  ['electron-at-home', 'src/main/services', 'electron'],
  ['electron-at-home', 'src/renderer/state', 'electron'],
  ['electron-at-home', 'tests/unit', 'electron'],
  ['lowdb-at-home', 'src/main/hosts/cli', 'lowdb'],
  ['lowdb-at-home', 'src/main/corpus', 'lowdb'],
  ['corpus-packages-at-home', 'src/main/storage', 'yaml'],
  ['watching-at-home', 'src/main/services', 'chokidar'],
  ['corpus-packages-at-home', 'src/main/jobs', 'linkedom'],
  ['storage-packages-at-home', 'src/main/corpus', 'proper-lockfile'],
  ['renderer-packages-at-home', 'src/main/hosts/http', 'svelte'],
  ['preload-is-a-bridge', 'src/preload', '../core/assert'],
  ['preload-is-a-bridge', 'src/preload', '../main/workbench'],
  ['preload-is-a-bridge', 'src/preload', '../renderer/dom/scrollLink'],
  ['preload-takes-types', 'src/preload', '../contract/errors'],
  ['preload-packages', 'src/preload', 'valibot'],
  ['preload-packages', 'src/preload', 'node:path'],
  ['renderer-imports', 'src/renderer/state', '../../main/services/ports'],
  ['renderer-imports', 'src/renderer/dom', '../../preload/preload'],
  ['renderer-no-node', 'src/renderer/state', 'node:path'],
  ['renderer-no-node', 'src/renderer/features/compare', 'fs'],
  ['contract-client-only', 'src/renderer/transport', '../../contract/router'],
  ['features-apart', 'src/renderer/features/compare', '../review/words'],
  ['features-apart', 'src/renderer/features/report', '../compare/passageWords'],
  ['ui-knows-no-domain', 'src/renderer/ui', '../state/keys'],
  ['ui-knows-no-domain', 'src/renderer/ui', '../../core/assert'],
  ['ui-knows-no-domain', 'src/renderer/ui', '../../contract/errors'],
  ['ui-packages', 'src/renderer/ui', 'valibot'],
  ['dom-below-state', 'src/renderer/dom', '../state/keys'],
  ['state-below-features', 'src/renderer/state', '../features/compare/passageWords'],
  ['state-below-features', 'src/renderer/dom', '../features/compare/passageWords'],
  ['no-barrels', 'src/core/text', '../barrel/index'],
]

/** Every import once as code and, where a rule tells no difference, once as a type and once in a component. */
const PLANTED_IMPORTS = IMPORTS.flatMap(([rule, folder, wanted], index) => {
  const code = { rule, path: `${folder}/planted${index}.ts`, text: `import '${wanted}'\n` }
  const type = {
    rule,
    path: `${folder}/plantedType${index}.ts`,
    text: `import type * as wanted from '${wanted}'\nexport type Wanted = typeof wanted\n`,
  }
  const component = {
    rule,
    path: `${folder}/Planted${index}.svelte`,
    text: `<script lang="ts">\n  import '${wanted}'\n</script>\n`,
  }
  const both = rule === 'preload-takes-types' ? [code] : [code, type]
  return /^src\/renderer\/(features|ui)/.test(folder) ? [...both, component] : both
})

const CYCLES = [
  { rule: 'no-cycles', path: 'src/core/claim/plantedA.ts', text: "import './plantedB'\n" },
  { rule: 'no-cycles', path: 'src/core/claim/plantedB.ts', text: "import './plantedA'\n" },
  {
    rule: 'no-cycles',
    path: 'src/main/jobs/plantedC.ts',
    text: "export type { D } from './plantedD'\nexport type C = 1\n",
  },
  {
    rule: 'no-cycles',
    path: 'src/main/jobs/plantedD.ts',
    text: "import type { C } from './plantedC'\nexport type D = C\n",
  },
]

const BARREL = { path: 'src/core/barrel/index.ts', text: "export { assert } from '../assert'\n" }

const PURE = /^The core is pure: .*put the code into main or renderer\.$/
const SHARED = /^The contract is words that both sides share: .*into main or renderer\.$/
const NO_NODE = /^The renderer has no Node: put the code into main/
const BARREL_FREE = /^No barrel files: import from the module where the code belongs\.$/
const CLOCK = /^The core has no clock: .*in main or renderer\.$/
const CHANCE = /^The core has no randomness: .*in main or renderer\.$/

const PLANTED_CODE: readonly (readonly [folder: string, code: string, message: RegExp])[] = [
  ...[
    'process.argv',
    'Buffer.from("a")',
    'window.name',
    'document.title',
    'console.log',
    'fetch',
    'setTimeout',
  ].flatMap((code) => [['src/core/text', code, PURE] as const, ['src/contract', code, SHARED] as const]),
  ['src/core/figure', 'performance.now()', PURE],
  ['src/core/figure', 'crypto.randomUUID()', PURE],
  ['src/core/figure', 'globalThis', PURE],
  ['src/core/quote', 'new Date()', CLOCK],
  ['src/core/quote', 'Date()', CLOCK],
  ['src/core/quote', 'Date.now()', CLOCK],
  ['src/core/quote', 'Math.random()', CHANCE],
  ['src/core/quote', '[1].map(Math.random)', CHANCE],
  ['src/main/services', 'process.cwd()', /^services know ports and no Node: put the code into main\/corpus/],
  ['src/renderer/state', 'process.cwd()', NO_NODE],
  ['src/renderer/ui', 'Buffer.from("a")', NO_NODE],
]

const PLANTED_LINT = [
  ...PLANTED_CODE.map(([folder, code, message], index) => ({
    path: `${folder}/plantedCode${index}.ts`,
    text: `export const planted = ${code}\n`,
    message,
  })),
  {
    path: 'src/core/text/plantedAll.ts',
    text: "export * from './words'\nexport const own = 1\n",
    message: BARREL_FREE,
  },
  {
    path: 'src/renderer/dom/plantedBarrel.ts',
    text: "export { fade } from './scrollLink'\nexport type { ScrollAnchor } from './scrollLink'\n",
    message: BARREL_FREE,
  },
]

/** What the type checker is asked for: names that no library of the room's own project knows. */
const PLANTED_TYPES: readonly (readonly [folder: string, code: string])[] = [
  ['src/core/text', 'document.title'],
  ['src/core/text', 'process.argv'],
  ['src/core/text', 'new TextEncoder()'],
  ['src/core/text', 'null as HTMLElement | null'],
  ['src/core/text', 'null as NodeJS.Process | null'],
  ['src/contract', 'document.title'],
  ['src/contract', 'Buffer.from("a")'],
  ['src/contract', 'null as HTMLElement | null'],
  ['src/main/services', 'document.title'],
  ['src/main/corpus', 'null as HTMLElement | null'],
  ['src/renderer/state', 'process.argv'],
  ['src/renderer/dom', 'Buffer.from("a")'],
].map(([folder = '', code = ''], index) => [`${folder}/plantedName${index}.ts`, `export const planted = ${code}\n`])

let copy: ProjectCopy
beforeAll(async () => {
  copy = await copyProject()
})
afterAll(() => copy.remove())

async function plant(files: readonly { readonly path: string; readonly text: string }[]): Promise<void> {
  for (const { path, text } of files) await copy.write(path, text)
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

// First, since an import of Electron would bring the names of Node along.
describe('the projects of the type checker', () => {
  it('know no names of the browser or of Node where they are forbidden, and find no other fault', async () => {
    await plant(PLANTED_TYPES.map(([path, text]) => ({ path, text })))
    const projects = ['core', 'contract', 'main', 'renderer'].map((name) => `tsconfig.${name}.json`)
    const { code, output } = await copy.run('typescript/bin/tsc', ['-b', ...projects, '--pretty', 'false'])
    expect(code).not.toBe(0)
    const errors = output.match(/^\S+\.ts\(\d+,\d+\): error TS\d+: .*$/gmu) ?? []
    const missed = PLANTED_TYPES.filter(
      ([path]) => !errors.some((one) => one.startsWith(`${path}(`) && /TS(2304|2503|2580|2584|2591):/.test(one)),
    )
    expect(missed).toEqual([])
    expect(errors.filter((one) => !/^\S*planted/u.test(one))).toEqual([])
  })
})

describe('the import rules', () => {
  it('are broken by an import of every kind that they forbid, with a message that says where the code belongs', async () => {
    await plant([...PLANTED_IMPORTS, ...CYCLES, BARREL])
    const { code, output } = await copy.run('dependency-cruiser/bin/dependency-cruise.mjs', [
      ...['src', 'tests', '--output-type', 'err-long'],
    ])
    expect(code).not.toBe(0)
    const found = output.split(/^ {2}(?=(?:error|warn|info) )/mu).slice(1)
    const planted = [...PLANTED_IMPORTS, ...CYCLES]
    const missed = planted.filter(({ rule, path }) => {
      const comment = forbidden.find(({ name }) => name === rule)?.comment ?? 'no such rule'
      // A cycle is told once, beginning at one of its files.
      const isAbout = (one: string): boolean => (rule === 'no-cycles' ? one.includes(path) : one.includes(`: ${path} `))
      return !found.some(
        (one) => one.startsWith(`error ${rule}: `) && isAbout(one) && squeeze(one).includes(squeeze(comment)),
      )
    })
    expect(missed.map(({ rule, path, text }) => `${rule}: ${path}: ${text}`)).toEqual([])
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)))
    expect(found.filter((one) => !/^\w+ [\w-]+: \S*planted/iu.test(one))).toEqual([])
  })

  it('say in every message what to do instead', () => {
    for (const { comment } of forbidden) expect(comment).toMatch(/belong|\b(put|move|share|ask|mend)\b/)
  })
})

describe('the lint rules', () => {
  it('are broken by globals, clocks, randomness and barrels where they are forbidden, and nowhere else', async () => {
    await plant(PLANTED_LINT)
    const clean = ['src/core/text/tokens.ts', 'src/contract/router.ts', 'src/renderer/dom/scrollLink.ts']
    const paths = [...PLANTED_LINT.map(({ path }) => path), ...clean, 'src/main/services/handlers.ts']
    const { code, output } = await copy.run('eslint/bin/eslint.js', ['--format', 'json', ...paths])
    expect(code).toBe(1)
    const results = JSON.parse(output) as { filePath: string; messages: { severity: number; message: string }[] }[]
    const messagesOf = (path: string): string[] =>
      results
        .filter(({ filePath }) => filePath.replaceAll('\\', '/').endsWith(`/${path}`))
        .flatMap(({ messages }) =>
          messages.filter(({ severity }) => severity === 2).map(({ message }) => plain(message)),
        )
    const missed = PLANTED_LINT.filter(({ path, message }) => !messagesOf(path).some((one) => message.test(one)))
    expect(missed.map(({ path, text }) => [path, text, messagesOf(path)])).toEqual([])
    expect(results).toHaveLength(paths.length)
    expect(paths.filter((path) => !/planted/iu.test(path)).flatMap(messagesOf)).toEqual([])
  })
})

/** Without the words that ESLint itself puts before a message on a global. */
function plain(message: string): string {
  return message.replace(/^Unexpected use of '\w+'\. |^'\S+' import is restricted from being used by a pattern\. /u, '')
}
