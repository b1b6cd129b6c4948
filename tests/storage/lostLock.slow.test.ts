import { readdir, readFile, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SIGN_OF_LIFE_MS } from '../../src/main/storage/writerLock'
import { claimIds, documentOf, journalOf, makeClaim, openStore, refusal, temporaryFolder } from './storageSupport'

describe('a lock that is lost', () => {
  it(
    'ends writing with a reason, and leaves what the other program has',
    { timeout: SIGN_OF_LIFE_MS * 4 },
    async () => {
      const folder = await temporaryFolder()
      const lock = join(dirname(journalOf(folder)), 'lock')
      // Its review.json is still to be written when the lock is lost.
      const store = await openStore(folder, undefined, { documentDelayMs: 60_000 })
      await makeClaim(store, 'c1')
      await rmdir(lock)
      await expect.poll(() => store.readOnly, { timeout: SIGN_OF_LIFE_MS * 3 }).toContain('taken over')
      expect(await refusal(makeClaim(store, 'c2'))).toMatchObject({ code: 'READ_ONLY' })

      const other = await openStore(folder)
      expect(other.readOnly).toBeNull()
      await makeClaim(other, 'c3')
      await expect.poll(() => readFile(documentOf(folder), 'utf8').catch(() => '')).toContain('c3')
      await store.close()
      expect(await readFile(documentOf(folder), 'utf8')).toContain('c3')
      expect(claimIds(other)).toEqual(['c1', 'c3'])
      expect(await readdir(dirname(lock))).toContain('lock')
      expect(await readFile(join(dirname(lock), 'lock-holder.json'), 'utf8')).toContain(String(process.pid))
    },
  )
})
