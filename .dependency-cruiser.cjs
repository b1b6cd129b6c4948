/** Who may import whom. Each message says where the code belongs instead. */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one thing, or share a third: move what both need into a file of its own.',
      {},
      { circular: true },
    ),
    forbid(
      'resolvable',
      'This import leads nowhere: install the package or mend the path.',
      { path: '^(src|tests)' },
      { couldNotResolve: true, pathNot: '^(electron|virtual:)' },
    ),
    forbid(
      'core-is-pure',
      'core imports core alone: files, clocks and windows belong in src/main or src/renderer, schemas in src/contract.',
      { path: '^src/core' },
      { path: '^src/(?!core)' },
    ),
    forbid(
      'core-packages',
      'core uses no packages but diff (in core/diff): put the code that needs one into src/main or src/renderer.',
      { path: '^src/core', pathNot: '^src/core/diff' },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'] },
    ),
    forbid(
      'core-diff-packages',
      'core/diff uses the package diff and no other.',
      { path: '^src/core/diff' },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: 'node_modules/diff/' },
    ),
    forbid(
      'contract-imports',
      'contract knows core and the schema library: anything else belongs in src/main or src/renderer.',
      { path: '^src/contract' },
      { path: '^src/(?!core|contract)' },
    ),
    forbid(
      'contract-packages',
      'contract uses valibot and no other package.',
      { path: '^src/contract' },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: 'node_modules/valibot/' },
    ),
    forbid(
      'services-use-ports',
      'services see core, contract and the ports: files belong in main/corpus or main/storage, workers in main/jobs, windows in a host.',
      { path: '^src/main/services' },
      { path: '^src/(main/(?!services)|renderer|preload)' },
    ),
    forbid(
      'services-no-node',
      'services touch no files and no packages: ask a port.',
      { path: '^src/main/services' },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'] },
    ),
    forbid(
      'storage-stands-alone',
      'storage imports core, contract and the ports: a use case belongs in main/services.',
      { path: '^src/main/storage' },
      { path: '^src/(main/(?!storage|services/ports)|renderer|preload)' },
    ),
    forbid(
      'corpus-stands-alone',
      'corpus imports core, contract and the ports: a use case belongs in main/services.',
      { path: '^src/main/corpus' },
      { path: '^src/(main/(?!corpus|services/ports)|renderer|preload)' },
    ),
    forbid(
      'jobs-stand-alone',
      'jobs import core, contract and the ports: a use case belongs in main/services.',
      { path: '^src/main/jobs' },
      { path: '^src/(main/(?!jobs|services/ports)|renderer|preload)' },
    ),
    forbid(
      'hosts-apart',
      'A host never imports another host: share through main/services or main/hosts/shared.',
      { path: '^src/main/hosts/(electron|http|cli)/' },
      { path: '^src/main/hosts/(electron|http|cli)/', pathNot: '^src/main/hosts/$1/' },
    ),
    forbid(
      'main-without-renderer',
      'main and renderer meet in contract: move what both need there, or into core.',
      { path: '^src/main' },
      { path: '^src/(renderer|preload)' },
    ),
    forbid(
      'electron-at-home',
      'electron appears in main/hosts/electron and preload alone: give the host a port.',
      { path: '^(src|tests)', pathNot: '^(src/main/hosts/electron|src/preload|tests/e2e)/' },
      { path: '(^|node_modules/)electron(/|$)' },
    ),
    forbid(
      'lowdb-at-home',
      'lowdb appears in main/storage alone: ask storage.',
      { path: '^src', pathNot: '^src/main/storage' },
      { path: 'node_modules/lowdb/' },
    ),
    forbid(
      'preload-is-a-bridge',
      'preload holds the transport and nothing else: put the code on either side of it.',
      { path: '^src/preload' },
      { path: '^src/(?!preload|contract)' },
    ),
    forbid(
      'renderer-imports',
      'The renderer knows contract and core: what needs files or Node belongs in main, behind an endpoint.',
      { path: '^src/renderer' },
      { path: '^src/(main|preload)' },
    ),
    forbid(
      'renderer-no-node',
      'The renderer has no Node: ask an endpoint.',
      { path: '^src/renderer' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'contract-client-only',
      'The renderer uses the client side of the contract: the router belongs to hosts.',
      { path: '^src/renderer' },
      { path: '^src/contract/router' },
    ),
    forbid(
      'features-apart',
      'A feature never imports another: share through renderer/state, renderer/ui or renderer/dom.',
      { path: '^src/renderer/features/([^/]+)/' },
      { path: '^src/renderer/features/([^/]+)/', pathNot: '^src/renderer/features/$1/' },
    ),
    forbid(
      'ui-knows-no-domain',
      'renderer/ui knows svelte and ui alone: domain words belong in features.',
      { path: '^src/renderer/ui' },
      { path: '^src/(?!renderer/ui)' },
    ),
    forbid(
      'state-below-features',
      'state and dom lie below features: move the code into the feature, or the shared part down.',
      { path: '^src/renderer/(state|dom|transport)' },
      { path: '^src/renderer/features' },
    ),
    forbid(
      'no-barrels',
      'No barrel files: import the module itself.',
      { path: '^src' },
      { path: '^src/.*/index\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    extraExtensionsToScan: ['.svelte'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.svelte.ts', '.json', '.d.ts'],
    },
  },
}
