import { join } from 'node:path'
import { writeFolder } from '../e2e/support/inventedTexts'
import { ReviewerOfTwo } from '../e2e/support/twoReviewers'
import { test } from '../e2e/support/workbench'
import type { Verdict } from '../../src/core/claim/reviewRecord'
import { photograph } from './photograph'

const FILES = {
  'a-morning-post.txt': `The bridge at Harrow Mill, and how it was closed

The bridge at Harrow Mill was closed at noon on Tuesday, after the river had risen by two metres in a night. A gauge below the mill, read by the water board, stood at 3.4 metres.

“Nobody crossed after twelve,” said the mayor, Edith Vane, who had stood at the barrier herself. Two lorries that were on their way to the quarry were sent back.

The board put the rise down to the snow in the hills. It had warned of it on Sunday.
`,
  'b-evening-echo.txt': `Lorries on the closed bridge

Lorries crossed the bridge at Harrow Mill until two in the afternoon, drivers told the Echo, though the council says that it was closed at noon.

The river had risen by about one and a half metres, according to the water board, whose gauge was out of order for part of the night.

The mayor was not to be reached.
`,
}

/** Statement, in which source and in which words, then what Ada and Ben say and why. */
type Case = readonly [string, string, string, readonly [Verdict, string], readonly [Verdict, string]]

const CASES: readonly Case[] = [
  [
    'Nobody crossed the bridge at Harrow Mill after noon.',
    'b-evening-echo.txt',
    'Lorries crossed the bridge at Harrow Mill until two in the afternoon, drivers told the Echo',
    ['disputed', 'Drivers say that they crossed until two, and they would know.'],
    ['verified', 'The mayor stood at the barrier herself. The drivers are not named, nor how many they were.'],
  ],
  [
    'The river rose by two metres in a night.',
    'a-morning-post.txt',
    'the river had risen by two metres in a night',
    ['verified', 'The gauge of the water board is given with its reading, and the Post names the place.'],
    ['disputed', 'The Echo says one and a half, and that the gauge was out of order for part of the night.'],
  ],
  [
    'The water board had warned of the flood.',
    'a-morning-post.txt',
    'It had warned of it on Sunday.',
    ['verified', 'The Post says so, with the day.'],
    ['unverified', 'One source, without the words of the warning. I would ask the board.'],
  ],
  [
    'The bridge was closed at noon.',
    'a-morning-post.txt',
    'was closed at noon on Tuesday',
    ['verified', 'Both papers give the same time.'],
    ['verified', 'The council says so in both.'],
  ],
  [
    'The snow in the hills was the cause.',
    'a-morning-post.txt',
    'The board put the rise down to the snow in the hills.',
    ['unverified', 'That is the board’s own view, and nobody else’s.'],
    ['unverified', 'Not enough to say.'],
  ],
]

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 1024]) {
    test(`adjudication, ${theme}, ${width} wide`, async ({ launch, scratch }) => {
      await writeFolder(join(scratch, 'sources'), FILES)
      const size = { width, height: width === 1440 ? 900 : 700 }
      const ada = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ada Byron', size })
      await ada.client.call('review.setBlind', { on: true })
      const ids: string[] = []
      for (const [statement, path, words, [verdict, reason]] of CASES) {
        const id = await ada.claim(statement, path, words)
        await ada.decide(id, verdict, reason)
        ids.push(id)
      }
      await ada.quit()
      const ben = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ben Okri', size })
      await ben.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const take = (view: string) => photograph(ben.page, `${view}-${theme}-${width}`)
      await ben.view('Claims')
      await ben.page.getByRole('listbox', { name: 'Claims' }).getByRole('option').first().click()
      await take('o-blind-claims')
      for (const [at, [, , , , [verdict, reason]]] of CASES.entries()) {
        await ben.decide(ids[at] ?? '', verdict, reason)
        if (at !== 0) continue
        // Ben has found a passage that Ada did not have.
        const words = 'whose gauge was out of order for part of the night'
        const passages = [await ben.cite('b-evening-echo.txt', words)]
        const evidence = { stance: 'contradicts' as const, passages }
        await ben.client.call('evidence.add', { claimId: ids[1] ?? '', evidence })
      }
      await ben.page.getByRole('listbox', { name: 'Claims' }).getByRole('option').last().click()
      await take('o-claims-apart')
      await ben.agreement()
      await take('o-agreement')
      await ben.page.getByRole('listbox', { name: 'Disagreements' }).focus()
      await ben.page.keyboard.press('2')
      await ben.page.keyboard.press('2')
      await ben.page.keyboard.type(
        'The gauge was mended before the peak, and the board gives two metres in its own report.',
      )
      await take('o-adjudicating')
      await ben.page.keyboard.press('Control+Enter')
      await ben.part('Numbers')
      await take('o-numbers')
      await ben.part('Settled')
      await take('o-settled')
      await ben.page.getByRole('button', { name: 'Turn off …' }).click()
      await take('o-turning-off')
    })
  }
}
