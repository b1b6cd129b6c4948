import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, findElectron } from './hosts'

/** Finds out once which hosts can run; the workers read it from the environment. */
export default async function globalSetup(): Promise<void> {
  const built = join(import.meta.dirname, '../../../out/main/cli.js')
  if (!existsSync(built))
    throw new Error(
      'The program is not built. Run `npm run build` before the end-to-end tests, or `npm test` for everything.',
    )
  process.env['CROSSREAD_E2E_HOSTS'] = JSON.stringify({ electron: findElectron(), chromium: await findChromium() })
}
