import type { Handlers } from '../../contract/router'
import { compareVersions } from './compareVersions'
import { openSession, type ServiceContext } from './session'
import { settleCitation } from './settleCitation'
import { listUnsettled } from './unsettled'
import { listVersions, versionText } from './versions'

type VersionHandlers = Pick<
  Handlers,
  'source.versions' | 'source.versionText' | 'source.compareVersions' | 'citation.unsettled' | 'citation.settle'
>

/** Answers what is asked about versions of sources, and settles what they did to citations. */
export function versionHandlers(context: ServiceContext): VersionHandlers {
  return {
    'source.versions': async ({ sourceId }) => ({ sourceId, versions: await listVersions(context, sourceId) }),
    'source.versionText': (input) => versionText(context, input),
    'source.compareVersions': (input) => compareVersions(context, input),
    'citation.unsettled': () => Promise.resolve(listUnsettled(openSession(context))),
    'citation.settle': (input) => settleCitation(context, input),
  }
}
