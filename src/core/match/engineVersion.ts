/**
 * Raised whenever the same two texts with the same settings may give other passages or regions than before: results that
 * were kept by another version are matched anew. `tests/unit/matchEngineVersion.test.ts` notices when that was forgotten.
 */
export const ENGINE_VERSION = 2
