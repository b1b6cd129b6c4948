import type { EndpointName } from '../../contract/endpoints'

export const UNDOABLE = 'undoable'
/** How a change is confirmed. `undoable` offers Undo beside the words. */
export type ChangeWords = {
  readonly done: string
  readonly kind: typeof UNDOABLE | 'plain'
}

function undoable(done: string): ChangeWords {
  return { done, kind: UNDOABLE }
}

/** What is said after each change; an endpoint that is not here changes nothing that needs saying. */
export const CHANGES: Readonly<Partial<Record<EndpointName, ChangeWords>>> = {
  'history.restore': undoable('Brought back'),
  'claim.create': undoable('Claim made'),
  'claim.edit': undoable('Claim rewritten'),
  'claim.decide': undoable('Verdict given'),
  'claim.remove': undoable('Claim removed'),
  'claim.decideAll': undoable('Verdicts given'),
  'claim.removeAll': undoable('Claims removed'),
  'claim.setWork': undoable('Work changed'),
  'claim.confirm': undoable('Verdict confirmed'),
  'claim.withdrawConfirmation': undoable('Confirmation taken back'),
  'claim.seal': undoable('Sealed'),
  'claim.reopen': undoable('Reopened'),
  'claim.merge': undoable('Claims merged'),
  'claim.unmerge': undoable('Claims apart again'),
  'claim.split': undoable('Claim split'),
  'reply.create': undoable('Reply written'),
  'reply.edit': undoable('Reply rewritten'),
  'reply.remove': undoable('Reply removed'),
  'thread.setResolved': undoable('Replies settled'),
  'tag.create': undoable('Tag made'),
  'tag.edit': undoable('Tag changed'),
  'tag.remove': undoable('Tag removed'),
  'tag.put': undoable('Tagged'),
  'filter.save': undoable('Filter saved'),
  'filter.remove': undoable('Filter removed'),
  'verdictName.create': undoable('Verdict name added'),
  'verdictName.edit': undoable('Verdict name changed'),
  'verdictName.remove': undoable('Verdict name removed'),
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
  'adjudication.decide': undoable('Disagreement settled'),
  'review.setBlind': undoable('Blind review changed'),
  'corpus.rename': undoable('Corpus renamed'),
  'corpus.setMatchSettings': undoable('Matching settings changed'),
  'reviewer.rename': undoable('Reviewer’s name changed'),
  'source.reread': { done: 'Read again', kind: 'plain' },
}
