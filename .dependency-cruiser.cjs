/** Who may import whom. Each message says where the code belongs instead. */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

const packages = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']

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
      // vite/client is types alone, and a package's types are not looked for: icons lack theirs under their former names.
      { couldNotResolve: true, pathNot: '^(electron|virtual:|vite/client$)' },
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
      { dependencyTypes: [...packages, 'core'] },
    ),
    forbid(
      'core-diff-packages',
      'core/diff uses the package diff and no other: put the code that needs one into src/main or src/renderer.',
      { path: '^src/core/diff' },
      { dependencyTypes: [...packages, 'core'], pathNot: 'node_modules/diff/' },
    ),
    forbid(
      'contract-imports',
      'contract knows core and the schema library: anything else belongs in src/main or src/renderer.',
      { path: '^src/contract' },
      { path: '^src/(?!core|contract)' },
    ),
    forbid(
      'contract-packages',
      'contract uses valibot and no other package: put the code that needs one into src/main or src/renderer.',
      { path: '^src/contract' },
      { dependencyTypes: [...packages, 'core'], pathNot: 'node_modules/valibot/' },
    ),
    forbid(
      'services-use-ports',
      'services see core, contract and the ports: files belong in main/corpus or main/storage, workers in main/jobs, windows in a host.',
      { path: '^src/main/services' },
      { path: '^src/(main/(?!services)|renderer|preload)' },
    ),
    forbid(
      'services-no-node',
      'services touch no files and no packages: ask a port, and put the code behind it into main/corpus, main/storage or main/jobs.',
      { path: '^src/main/services' },
      { dependencyTypes: [...packages, 'core'] },
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
      'schemas-below-services',
      'storage, corpus and jobs know the schemas, events and errors of the contract: what answers requests belongs in main/services.',
      { path: '^src/main/(storage|corpus|jobs)' },
      { path: '^src/contract/(router|client|endpoints|envelope)' },
    ),
    forbid(
      'hosts-use-services',
      'A host asks main/services: what needs storage, corpus or jobs belongs there, behind a port, and is joined in main/workbench or main/commandLine.',
      { path: '^src/main/hosts' },
      { path: '^src/main/(storage|corpus|jobs)' },
    ),
    forbid(
      'hosts-shared-below-hosts',
      'main/hosts/shared is what every host needs: what one host alone needs belongs in its own folder.',
      { path: '^src/main/hosts/shared' },
      { path: '^src/main/(hosts/(electron|http|cli)/|workbench|commandLine)' },
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
      'electron appears in main/hosts/electron and preload alone: put the code there, and give the others a port.',
      { path: '^(src|tests)', pathNot: '^(src/main/hosts/electron|src/preload|tests/e2e)/' },
      { path: '(^|node_modules/)electron(/|$)' },
    ),
    forbid(
      'lowdb-at-home',
      'lowdb appears in main/storage alone: put the code there, behind a port.',
      { path: '^(src|tests)', pathNot: '^(src/main/storage|tests/storage)/' },
      { path: 'node_modules/lowdb/' },
    ),
    forbid(
      'corpus-packages-at-home',
      'Sources are read and decoded in main/corpus alone: put the code there, behind a port.',
      { path: '^src', pathNot: '^src/main/corpus/' },
      { path: 'node_modules/(linkedom|yaml|@mozilla/readability)/' },
    ),
    forbid(
      'watching-at-home',
      'Sources are watched in main/corpus, journals in main/storage: put the code there, behind a port.',
      { path: '^src', pathNot: '^src/main/(corpus|storage)/' },
      { path: 'node_modules/chokidar/' },
    ),
    forbid(
      'storage-packages-at-home',
      'Locks are taken in main/storage alone: put the code there, behind a port.',
      { path: '^src', pathNot: '^src/main/storage/' },
      { path: 'node_modules/proper-lockfile/' },
    ),
    forbid(
      'renderer-packages-at-home',
      'What is drawn belongs in src/renderer.',
      { path: '^src', pathNot: '^src/renderer/' },
      { path: 'node_modules/(svelte|bits-ui|@lucide|paneforge|virtua|@fontsource-variable)/' },
    ),
    forbid(
      'preload-is-a-bridge',
      'preload holds the transport and nothing else: put the code on either side of it.',
      { path: '^src/preload' },
      { path: '^src/(?!preload|contract)' },
    ),
    forbid(
      'preload-takes-types',
      'preload takes types of the contract and no code: what runs belongs in the renderer or in main/hosts/electron.',
      { path: '^src/preload' },
      { path: '^src/contract', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'preload-packages',
      'preload uses electron and nothing else: what needs Node or a package belongs in main, behind an endpoint.',
      { path: '^src/preload' },
      { dependencyTypes: [...packages, 'core'], pathNot: '(^|node_modules/)electron(/|$)' },
    ),
    forbid(
      'renderer-imports',
      'The renderer knows contract and core: what needs files or Node belongs in main, behind an endpoint.',
      { path: '^src/renderer' },
      { path: '^src/(main|preload)' },
    ),
    forbid(
      'renderer-no-node',
      'The renderer has no Node: put the code into main, behind an endpoint.',
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
      'ui-packages',
      'renderer/ui knows svelte and what it draws with: what needs another package belongs in features or renderer/state.',
      { path: '^src/renderer/ui' },
      { dependencyTypes: [...packages], pathNot: 'node_modules/(svelte|bits-ui|@lucide)/' },
    ),
    forbid(
      'dom-below-state',
      'renderer/dom and renderer/transport know core and contract alone: what needs the state belongs in renderer/state or a feature.',
      { path: '^src/renderer/(dom|transport)' },
      { path: '^src/renderer/(state|ui)' },
    ),
    forbid(
      'state-below-features',
      'state and dom lie below features: move the code into the feature, or the shared part down.',
      { path: '^src/renderer/(state|dom|transport)' },
      { path: '^src/renderer/features' },
    ),
    forbid(
      'no-barrels',
      'No barrel files: import from the module where the code belongs.',
      { path: '^src' },
      { path: '/index\\.(ts|js|mjs|svelte\\.ts)$', pathNot: 'node_modules' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.svelte.ts', '.json', '.d.ts'],
    },
  },
}
