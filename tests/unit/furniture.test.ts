import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findFurniture, furnitureReason, MOST_FURNITURE_MARKS } from '../../src/core/text/furniture'

function marked(text: string) {
  return findFurniture(text, { start: 0, endExclusive: text.length }).map(({ range }) =>
    text.slice(range.start, range.endExclusive),
  )
}

describe('page furniture', () => {
  it.each([
    ['button', ['x', 'Breaking News', 'More () »', 'More »', 'Share this', 'Skip to content', 'READ MORE', 'Loading…']],
    ['menu', ['Home | News | Sports | Weather', 'News • Opinion • Video • About us']],
    ['advertisement', ['Advertisement', 'SPONSORED', 'Story continues below advertisement', 'Scroll to continue']],
    [
      'link to another story',
      [
        'READ ALSO: Council votes on the bridge again',
        'RELATED: "A voice for the street" | New member of the committee',
        'WATCH ALSO: Talks end without a result',
        '**Read more:** [What we know of the fire](https://example.org)',
        'Before You Leave, Check This Out',
        'You might also like',
        'Related Stories',
        'More from the newsroom: Ten questions on water',
      ],
    ],
    ['link to click', ['Click here for the full list of closures', '[Click here to get the app]']],
    ['strip of videos', ['Videos by Example.com', 'Video provided by The Example Channel']],
    [
      'invitation to follow or discuss',
      [
        'Follow us for more stories like this',
        'Follow Jane Roe on Twitter @janeroe',
        'Like us on Facebook',
        'Continue the conversation with Sam on Facebook.',
      ],
    ],
    [
      'offer of a newsletter or app',
      [
        'Sign up for our newsletter',
        'Enter your email address to get the news first',
        'Subscribe to our daily briefing newsletter',
        'Download our free app today',
        'Subscribe',
      ],
    ],
    [
      'asks for donations',
      [
        'Donate Today',
        'Support our journalism',
        'As a nonprofit newsroom, we depend on you. Please donate today and support our mission.',
        'This station is here because of you. Your gifts keep our reporters on the road; become a sustaining member.',
      ],
    ],
    ['copyright line', ['© 2018 Example Media. All rights reserved.', 'Copyright 2020 by The Example Press']],
    ['cookie notice', ['We use cookies to make this site better. Accept all cookies or change your settings.']],
    ['photo credit', ['Getty Images', '(Photo by Jane Roe/Getty Images)', 'Jane Roe / AP Photo', 'Photo: Jane Roe']],
  ])('is a %s', (why, lines) => {
    for (const line of lines) expect([line, furnitureReason(line)]).toEqual([line, why])
  })

  it.each([
    'This story is developing and will be updated.',
    'Updated 5:26 p.m.',
    'Sign up for our newsletter, the mayor said, and half the town did.',
    'Follow us on Facebook, the sheriff told reporters.',
    'SACRAMENTO, Calif. — The council met on Monday.',
    'Donations to the family passed $20,000, said the organizer, who asked people to donate today.',
    '“Please donate today and support our mission,” the director told the crowd as you would expect.',
    'As a nonprofit, the hospital pays no tax.',
    'Follow the money, the prosecutor said, and the case explains itself.',
    'Follow-up tests were negative.',
    'Related costs rose by a third last year.',
    'Read on Sunday, the letter took ten minutes.',
    'See the mayor: that was all that she wanted.',
    'More than 28,000 people signed.',
    'Watch officers: three. Guards: two.',
    'Breaking news travels fast in a small town.',
    'Subscribe to the theory that nothing ever changes, and you will be right most of the time.',
    'The police said that cookies had been left on the table.',
    'Photos taken that night show two men at the gate.',
    'Home to 400 families, the estate was built in 1962.',
    'He lives in the city/county line district.',
    'The copyright case of 2019 was settled.',
    'Share prices fell.',
    'Reuters',
    'Home',
    'News',
    '',
    '***',
  ])('is not found in: %s', (line) => {
    expect(furnitureReason(line)).toBeNull()
    expect(marked(`${line}\n`)).toEqual([])
  })

  it('is marked without the white space around the line', () => {
    expect(findFurniture('One.\n\n  READ ALSO: Two\t\nThree.', { start: 0, endExclusive: 28 })).toEqual([
      { range: { start: 8, endExclusive: 22 }, why: 'link to another story' },
    ])
  })

  it('is seen in three menu words in a row, not in one or two', () => {
    expect(marked('News\nSports\nWeather\nThe bridge is closed.')).toEqual(['News', 'Sports', 'Weather'])
    expect(marked('News\nSports\nThe bridge is closed.\nWeather')).toEqual([])
    expect(marked('The bridge is closed.\nHome\n\nNews\n\nSports')).toEqual(['Home', 'News', 'Sports'])
  })

  it('stays within the body', () => {
    const text = 'Advertisement\nWords\nAdvertisement'
    expect(findFurniture(text, { start: 14, endExclusive: 19 })).toEqual([])
  })

  it('is not looked for without end', () => {
    expect(marked('x\n'.repeat(3 * MOST_FURNITURE_MARKS))).toHaveLength(MOST_FURNITURE_MARKS)
  })

  it('is found in the samples only where it was put', () => {
    const found = readdirSync('corpus')
      .filter((name) => name.includes('digest') && !name.endsWith('.html'))
      .flatMap((name) => marked(readFileSync(`corpus/${name}`, 'utf8')))
    expect(found.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['READ ALSO:', 'Follow us'])
  })
})
