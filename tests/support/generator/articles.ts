import { drawEvent, plantPassages, type Deck, type Event, type Planted } from './events'
import { layOut, makeHeadline } from './layout'
import { createTheme, drawSurname } from './lexicon'
import { OUTLETS } from './otherWords'
import { createRandom, type Random } from './random'
import { TextWriter, type Placed, type PlacedPassage, type Style } from './render'
import { createWriter, type Writer } from './sentences'

/** Spread of the logarithm of an article's length. */
const LENGTH_SPREAD = 0.25
const SHARE_WITHOUT_EVENT = 0.15
const SHARE_WITH_TWO_EVENTS = 0.15
const SHARE_WITH_FURNITURE = 0.6
const FIRST_DAY = Date.UTC(2018, 0, 8)
const DAY_MS = 86_400_000

export type GeneratedArticle = {
  readonly path: string
  readonly text: string
  readonly style: Style
  readonly encoding: 'UTF-8' | 'UTF-8 with byte order mark' | 'UTF-16 LE'
  readonly outlet: string
  readonly published: string | null
  readonly furniture: readonly Placed[]
  readonly passages: readonly { readonly planted: Planted; readonly placed: PlacedPassage }[]
}

export type ArticlePlan = {
  readonly seed: number
  readonly number: number
  readonly sources: number
  readonly words: number
  readonly events: readonly Event[]
  readonly deck: Deck
}

const outlets = OUTLETS.split('|')

/** Writes one article; to be called in the order of the numbers, since later ones take over from earlier ones. */
export function makeArticle({ seed, number, sources, words, events, deck }: ArticlePlan): GeneratedArticle {
  const random = createRandom(seed, `article ${number}`)
  const joined = joinEvents(events, random)
  const writer = joined[0] === undefined ? createWriter(random, createTheme(random)) : { ...joined[0].writer, random }
  const planted = joined.flatMap((event, which) =>
    plantPassages(event, deck, random, (place) =>
      `${event.origins[place]!.id}`.replace(/\..*/, `.s${number}.${which}${place}`),
    ),
  )
  const paragraphs = layOut(writer, Math.max(8, Math.round(random.logNormal(words, LENGTH_SPREAD))), planted)
  const outlet = random.pick(outlets)
  const day = new Date(FIRST_DAY + (number * 3 * DAY_MS) / 2).toISOString().slice(0, 10)
  const markdown = random.chance(0.6)
  const dated = random.chance(0.85)
  const style = drawStyle(random)
  const file = new TextWriter(style)
  writeHead(file, writer, { outlet, published: dated ? day : null, markdown, random })
  const furniture: Placed[] = []
  const withFurniture = random.chance(SHARE_WITH_FURNITURE)
  const middle = random.between(1, Math.max(1, paragraphs.length - 1))
  paragraphs.forEach((paragraph, index) => {
    file.lines(2)
    if (withFurniture && index === middle) {
      furniture.push(file.write(furnitureLine(writer)))
      file.lines(2)
    }
    file.paragraph(paragraph)
  })
  if (withFurniture) {
    file.lines(2)
    furniture.push(file.write(closingLine(outlet)))
  }
  file.lines(1)
  const name = outlet.toLowerCase().replaceAll(' ', '-')
  return {
    path: `${String(number).padStart(String(sources).length, '0')}-${name}.${markdown ? 'md' : 'txt'}`,
    text: file.text,
    style,
    encoding: drawEncoding(random),
    outlet,
    published: dated ? day : null,
    furniture,
    passages: planted.map((passage) => ({ planted: passage, placed: file.passages.get(passage.id)! })),
  }
}

function joinEvents(events: readonly Event[], random: Random): Event[] {
  const roll = random.next()
  const count = roll < SHARE_WITHOUT_EVENT ? 0 : roll < 1 - SHARE_WITH_TWO_EVENTS ? 1 : 2
  const drawn = Array.from({ length: count }, () => drawEvent(events, random)).filter((event) => event !== null)
  return [...new Set(drawn)]
}

function drawStyle(random: Random): Style {
  return {
    lineEnd: random.chance(0.2) ? '\r\n' : '\n',
    quotationMarks: random.chance(0.4) ? 'straight' : 'typographic',
    form: random.chance(0.08) ? 'NFD' : 'NFC',
  }
}

function drawEncoding(random: Random): GeneratedArticle['encoding'] {
  const roll = random.next()
  if (roll < 0.15) return 'UTF-8 with byte order mark'
  return roll < 0.19 ? 'UTF-16 LE' : 'UTF-8'
}

type Head = {
  readonly outlet: string
  readonly published: string | null
  readonly markdown: boolean
  readonly random: Random
}

function writeHead(file: TextWriter, writer: Writer, { outlet, published, markdown, random }: Head): void {
  const title = makeHeadline(writer)
  if (published !== null) {
    const byline = random.chance(0.7) ? `byline: "${random.pick(writer.people)}"\n` : ''
    file.write(`---\ntitle: "${title}"\noutlet: "${outlet}"\n${byline}published: ${published}\nkind: news\n---\n`)
  }
  file.write(markdown ? `# ${title}` : title)
}

function furnitureLine(writer: Writer): string {
  const headline = makeHeadline(writer)
  return writer.random.pick([
    `Read also: ${headline}`,
    'Advertisement',
    `More: ${headline}`,
    `Photo: 📷 ${drawSurname(writer.random)} / Reuters`,
    'Story continues below',
  ])
}

/** The same on every page of an outlet. */
function closingLine(outlet: string): string {
  const place = outlets.indexOf(outlet)
  const asks = [
    `Sign up for the ${outlet} newsletter and get our daily briefing by e-mail.`,
    `Follow the ${outlet} on Facebook for more local news.`,
    `© 2018 ${outlet}. All rights reserved.`,
    `The ${outlet} is printed six times a week and is owned by those who write it; letters reach its editors at the old post office.`,
  ]
  return asks[place % asks.length]!
}
