import type { EndpointName } from '../../contract/endpoints'

export const UNDOABLE = 'undoable'
/** How a change is confirmed. `undoable` offers Undo beside the words. */
export type ChangeWords = { readonly done: string; readonly kind: typeof UNDOABLE | 'plain' }

function undoable(done: string): ChangeWords {
  return { done, kind: UNDOABLE }
}

/** What is said after each change; an endpoint that is not here changes nothing that needs saying. */
export const CHANGES: Readonly<Partial<Record<EndpointName, ChangeWords>>> = {
  'claim.create': undoable('Claim made'),
  'claim.edit': undoable('Claim rewritten'),
  'claim.decide': undoable('Verdict given'),
  'claim.remove': undoable('Claim removed'),
  'evidence.add': undoable('Evidence added'),
  'evidence.setStance': undoable('Stance changed'),
  'evidence.remove': undoable('Evidence removed'),
  'note.create': undoable('Note written'),
  'note.edit': undoable('Note rewritten'),
  'note.remove': undoable('Note removed'),
  'source.setMetadata': undoable('Source details changed'),
  'source.setFurniture': undoable('Page furniture changed'),
  'match.decide': undoable('Matches corrected'),
  'match.withdraw': undoable('Decision taken back'),
  'citation.settle': undoable('Settled'),
  'corpus.rename': undoable('Corpus renamed'),
  'corpus.setMatchSettings': undoable('Matching settings changed'),
  'reviewer.rename': undoable('Reviewer’s name changed'),
  'source.reread': { done: 'Read again', kind: 'plain' },
}
