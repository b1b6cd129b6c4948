import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import envPaths from 'env-paths'
import * as v from 'valibot'
import { WorkbenchError } from '../../contract/errors'
import { idSchema, preferencesSchema, type Preferences } from '../../contract/schemas'
import { keepAside, makeFolder } from './durableFile'
import { lockForStep } from './stepLock'
import { plainReason, storageFailed } from './storageFailure'
import { createDocument, UnreadableDocumentError } from './storedDocument'
import { defineFormat, type VersionedFormat } from './versionedFormat'

/** Who works on this installation, and how they like it; kept outside of any corpus. */
export interface Installation {
  /** Given once; the same for every corpus that is opened from here. */
  readonly writerId: string
  /** What the reviewer must hear: a damaged file that was kept aside, a folder that cannot be written. */
  readonly messages: readonly string[]
  /** Empty until the reviewer gave it. */
  reviewerName(): string
  /** @throws {WorkbenchError} STORAGE_FAILED */
  setReviewerName(name: string): Promise<void>
  preferences(): Preferences
  /** @throws {WorkbenchError} STORAGE_FAILED */
  setPreferences(changed: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Promise<Preferences>
}

export type InstallationOptions = {
  /** The folder of `installation.json`; null or left out: CROSSREAD_CONFIG_DIR, else the system's place. */
  readonly configDir?: string | null
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  textScale: 1,
  singleKeys: true,
  linkScrolling: true,
  guideSeen: false,
  keys: {},
}

type InstallationDocument = {
  readonly schema: 1
  readonly writerId: string
  readonly reviewerName: string
  readonly preferences: Preferences
}

const identitySchema = v.object({ writerId: idSchema, reviewerName: v.fallback(v.string(), '') })
type Identity = v.InferOutput<typeof identitySchema>

/** `installation.json`: schema 1 is the first. A preference that a file does not have yet has its default. */
export const installationFormat: VersionedFormat<InstallationDocument> = defineFormat({
  what: 'file of this installation',
  migrations: [],
  schema: v.strictObject({
    schema: v.literal(1),
    writerId: idSchema,
    reviewerName: v.string(),
    preferences: v.pipe(
      v.partial(preferencesSchema),
      v.transform((stored) => withPreferences(DEFAULT_PREFERENCES, stored)),
    ),
  }),
})

/** Reads this installation's file, or makes it. What goes wrong is in `messages`; the program runs on without it. */
export async function openInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const path = join(configFolder(options), 'installation.json')
  const messages: string[] = []
  let writable = true
  let current: InstallationDocument
  try {
    current = (await readInstallation(path)) ?? (await locked(path, () => readOrMake(path, null, messages)))
  } catch (error) {
    writable = false
    current = freshInstallation(await salvageIdentity(path))
    const why = error instanceof UnreadableDocumentError ? `it was ${error.message}` : plainReason(error)
    messages.push(`${path} cannot be used: ${why}. Your name and settings are not kept after this session.`)
  }

  async function change(alter: (before: InstallationDocument) => InstallationDocument): Promise<void> {
    if (!writable) throw new WorkbenchError({ code: 'STORAGE_FAILED', message: messages.join(' ') })
    try {
      // Read again, since another window may have changed something else.
      current = await locked(path, async () => {
        const document = createDocument(path, installationFormat, current)
        document.data = alter(await readOrMake(path, current, messages))
        await document.write()
        return document.data
      })
    } catch (error) {
      throw storageFailed('Saving your settings', path, error)
    }
  }

  return {
    writerId: current.writerId,
    messages,
    reviewerName: () => current.reviewerName,
    setReviewerName: (name) => change((before) => ({ ...before, reviewerName: name.trim() })),
    preferences: () => current.preferences,
    async setPreferences(changed) {
      await change((before) => ({ ...before, preferences: withPreferences(before.preferences, changed) }))
      return current.preferences
    },
  }
}

function configFolder(options: InstallationOptions): string {
  const fromEnvironment = process.env['CROSSREAD_CONFIG_DIR'] ?? ''
  if (typeof options.configDir === 'string') return options.configDir
  return fromEnvironment === '' ? envPaths('crossread', { suffix: '' }).config : fromEnvironment
}

/** Null when there is none or it must be dealt with under the lock. @throws {UnreadableDocumentError} of kind newer */
async function readInstallation(path: string): Promise<InstallationDocument | null> {
  const document = createDocument<InstallationDocument | null>(path, installationFormat, null)
  try {
    await document.read()
    return document.data
  } catch (error) {
    if (error instanceof UnreadableDocumentError && error.kind === 'invalid') return null
    throw error
  }
}

/** Under the lock: the file as it is, or a new one; one that cannot be read is kept aside, its writer's id taken over where it can be. */
async function readOrMake(path: string, known: Identity | null, messages: string[]): Promise<InstallationDocument> {
  const document = createDocument<InstallationDocument | null>(path, installationFormat, null)
  try {
    await document.read()
    if (document.data !== null) return document.data
    document.data = freshInstallation(known)
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError) || error.kind === 'newer') throw error
    const identity = known ?? (await salvageIdentity(path))
    const kept = await keepAside(path, 'unreadable', new Date().toISOString())
    document.data = freshInstallation(identity)
    const lost =
      identity === null
        ? 'Give your name again; your settings are the usual ones.'
        : 'Your settings are the usual ones.'
    messages.push(`${path} could not be read: ${error.message}. It was kept as ${kept}. ${lost}`)
  }
  await document.write()
  return document.data
}

function freshInstallation(identity: Identity | null): InstallationDocument {
  return {
    schema: 1,
    writerId: identity?.writerId ?? `w-${randomBytes(6).toString('hex')}`,
    reviewerName: identity?.reviewerName ?? '',
    preferences: DEFAULT_PREFERENCES,
  }
}

async function salvageIdentity(path: string): Promise<Identity | null> {
  try {
    const parsed = v.safeParse(identitySchema, JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

async function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  await makeFolder(dirname(path))
  const endStep = await lockForStep(`${path}.lock`)
  try {
    return await work()
  } finally {
    await endStep()
  }
}

function withPreferences(
  before: Preferences,
  changed: { readonly [K in keyof Preferences]?: Preferences[K] | undefined },
): Preferences {
  return {
    theme: changed.theme ?? before.theme,
    textScale: changed.textScale ?? before.textScale,
    singleKeys: changed.singleKeys ?? before.singleKeys,
    linkScrolling: changed.linkScrolling ?? before.linkScrolling,
    guideSeen: changed.guideSeen ?? before.guideSeen,
    keys: changed.keys ?? before.keys,
  }
}
