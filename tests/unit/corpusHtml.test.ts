import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractHtml } from '../../src/main/corpus/extractHtml'
import { decodeEntities } from '../../src/main/corpus/htmlEntities'
import { DEEPEST_NESTING, MOST_TAGS } from '../../src/main/corpus/htmlTags'
import { textOfTags } from '../../src/main/corpus/plainText'
import { readSource } from '../../src/main/corpus/readSource'

const prose = (subject: string) =>
  `The ${subject} was closed on Monday, the council said, and nobody could tell for how long, since the report, ` +
  `which an engineer wrote in March, had not been read by anyone who had the time, or the will, to act on it.`

const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>Bridge closed | The Example</title>${head}</head><body>
  <nav><a href="/">Home</a> <a href="/news">News</a></nav>
  <article><h1>Bridge closed</h1>${body}</article>
  <footer>Imprint and terms</footer></body></html>`

describe('reader mode', () => {
  it('takes the article out of its page, paragraph by paragraph', () => {
    const { text, problems } = extractHtml(page(`<p>${prose('bridge')}</p>\n<p>${prose('tunnel')}</p>`))
    expect([text, problems]).toEqual([`Bridge closed\n\n${prose('bridge')}\n\n${prose('tunnel')}`, []])
  })

  it('keeps line ends, list items and inline words as they read', () => {
    const body = `<p>${prose('bridge')}</p><p>One<br>two <b>th</b>ree&nbsp;&amp;\n   four</p><ul><li>first,\n</li><li>second</li></ul><p>${prose('road')}</p>`
    expect(extractHtml(page(body)).text).toContain('\n\nOne\ntwo three\u00a0& four\n\nfirst,\nsecond\n\nThe road')
  })

  it('has nothing of scripts, styles and templates in the text, and runs none', () => {
    const body = `<p>${prose('bridge')}</p><script>globalThis.ran = true; document.write('<p>written</p>')</script>
      <style>p { color: red }</style><template><p>kept back</p></template><noscript><p>no script</p></noscript>
      <img src="https://example.invalid/x.png" onerror="globalThis.ran = true"><p>${prose('road')}</p>`
    const { text } = extractHtml(page(body))
    expect(text).not.toMatch(/written|color|kept back|no script|onerror/)
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined()
  })

  it('reads what the page says about itself', () => {
    const head = `<meta property="og:site_name" content="The Example"><meta name="author" content="Jane Roe">
      <meta property="article:published_time" content="2018-04-16T17:26:00-07:00">
      <link rel="canonical" href="https://example.org/bridge">`
    expect(extractHtml(page(`<p>${prose('bridge')}</p>`, head)).metadata).toEqual({
      title: 'Bridge closed | The Example',
      outlet: 'The Example',
      byline: 'Jane Roe',
      published: '2018-04-16T17:26:00-07:00',
      url: 'https://example.org/bridge',
      retrieved: null,
      kind: null,
      digestOf: null,
    })
  })

  it('takes no address that a reader should not be sent to', () => {
    const head = '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/bridge">'
    expect(extractHtml(page(`<p>${prose('bridge')}</p>`, head)).metadata.url).toBeNull()
  })

  it('reads metadata that was stated for Crossread, and names what does not fit', () => {
    const head = '<meta name="crossread:kind" content="opinion"><meta name="crossread:url" content="nowhere">'
    const { metadata, problems } = extractHtml(page(`<p>${prose('bridge')}</p>`, head))
    expect([metadata.kind, problems.map(({ code }) => code)]).toEqual(['opinion', ['METADATA_IGNORED']])
  })

  it('keeps the headline in the text though it repeats the title', () => {
    const html = page(`<p>${prose('bridge')}</p>`).replace('Bridge closed | The Example', 'Bridge closed')
    expect(extractHtml(html).text).toBe(`Bridge closed\n\n${prose('bridge')}`)
    const sample = readSource('a.html', readFileSync('corpus/2019-08-abc10-digest.html'))
    expect(sample.ok && sample.value.article.text.startsWith(`${sample.value.metadata.title}\n\n`)).toBe(true)
  })

  it('gives the same text every time', () => {
    const html = readFileSync('corpus/2019-08-abc10-digest.html', 'utf8')
    expect(extractHtml(html)).toEqual(extractHtml(html))
    expect(extractHtml(html).text).not.toMatch(/About this sample|No page of any station/)
  })
})

describe('a page that reader mode finds nothing in', () => {
  it('is taken whole, and says so', () => {
    const { text, problems } = extractHtml('<html><body><div hidden></div><ul><li></li></ul></body></html>')
    expect([text, problems.map(({ code }) => code)]).toEqual(['', ['NOT_EXTRACTED']])
  })

  it('is empty when it has no words', () => {
    const source = readSource('a.html', Buffer.from('<html><body><script>let words</script></body></html>'))
    expect(source.ok && source.value.problems.map(({ code }) => code)).toEqual(['EMPTY'])
  })
})

describe('a hostile page', () => {
  it.each([
    ['elements nested very deep', '<div>'.repeat(100_000) + prose('bridge')],
    ['elements nested just too deep', '<b>'.repeat(DEEPEST_NESTING + 1) + prose('bridge')],
    ['too many tags', `<p>${prose('bridge')}</p>` + '<br>'.repeat(MOST_TAGS)],
    ['a tag of very many attributes', `<p ${'a=1 '.repeat(50_000)}>${prose('bridge')}`],
    ['very many marks', prose('bridge') + '<'.repeat(2_000_000)],
    ['one endless layer of text', `<p>${prose('bridge')} ${'word '.repeat(3_000_000)}`],
  ])('with %s is read without reader mode, and says so', (_, html) => {
    const { text, problems } = extractHtml(html)
    expect(text.startsWith(prose('bridge'))).toBe(true)
    expect(problems.map(({ code }) => code)).toEqual(['NOT_EXTRACTED'])
    expect(problems[0]?.message).toContain('reader mode was not tried')
  })

  it.each(['<', '</', '<!--', '<script', '<a href="', '&#', '<![CDATA[', '<p', '<!doctype', '<svg><![CDATA[', '\0'])(
    'of broken markup (%s) is opened',
    (piece) => {
      for (const count of [1, 50]) expect(typeof extractHtml(piece.repeat(count)).text).toBe('string')
    },
  )
})

describe('a page read by its tags alone', () => {
  it('has the text without scripts, comments and titles', () => {
    const html =
      '<title>T</title><h1>One</h1><!-- no --><p>Two &amp; <i>three</i><br>four</p><script>if (a<b) {}</script><ul><li>5<li>6</ul><select><option>x</select>7 < 8'
    expect(textOfTags(html)).toBe('One\n\nTwo & three\nfour\n\n5\n6\n\n7 < 8')
  })

  it('keeps the lines of preformatted text', () => {
    expect(textOfTags('<p>a</p><pre>one\n  two\n\nthree</pre><p>b</p>')).toBe('a\n\none\n  two\n\nthree\n\nb')
  })

  it('decodes character references, and leaves what is none', () => {
    expect(decodeEntities('&lt;&#8220;&#x1F600;&rdquo; &nope; & &constructor; &#0; &#xD800; R&D')).toBe(
      '<“😀” &nope; & &constructor; \ufffd \ufffd R&D',
    )
  })
})
