import type { AnchorChange, ChangeClass } from './anchor'

type ClassWords = { readonly changed: string; readonly added: string }

const CLASS_WORDS: Readonly<Record<ChangeClass, ClassWords>> = {
  number: { changed: 'A number', added: 'A number was' },
  time: { changed: 'A time', added: 'A time was' },
  date: { changed: 'A date', added: 'A date was' },
  amount: { changed: 'An amount', added: 'An amount was' },
  unit: { changed: 'A unit', added: 'A unit was' },
  negation: { changed: 'A negation', added: 'A negation was' },
  modal: { changed: 'A modal verb', added: 'A modal verb was' },
  hedge: { changed: 'A hedge', added: 'A hedge was' },
  speaker: { changed: 'The speaker', added: 'The speaker was' },
  name: { changed: 'A name', added: 'A name was' },
  quotation: { changed: 'A quotation mark', added: 'A quotation mark was' },
  wording: { changed: 'The wording', added: 'Words were' },
  capitals: { changed: 'Capital letters', added: 'Capital letters were' },
  punctuation: { changed: 'The punctuation', added: 'Punctuation was' },
}

/** One difference for people, without a full stop: "A number changed: four, now seven". White space is drawn together. */
export function changeSentence(change: AnchorChange): string {
  const { changed, added } = CLASS_WORDS[change.class]
  const [from, to] = [inLine(change.from), inLine(change.to)]
  if (from === '') return `${added} put in: ${to}`
  return to === '' ? `${added} taken out: ${from}` : `${changed} changed: ${from}, now ${to}`
}

function inLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
