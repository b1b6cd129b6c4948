import { describe, expect, it } from 'vitest'
import { createPageRules } from '../../src/main/hosts/electron/pageRules'
import { CONTENT_POLICY } from '../../src/main/hosts/shared/contentPolicy'

const rules = createPageRules(null)

describe('the page in Electron', () => {
  it.each(['crossread://app/', 'crossread://app/index.html', 'crossread://app/assets/page.js?x#y', 'CROSSREAD://app/'])(
    'is %s',
    (url) => expect([rules.isOwnPage(url), rules.mayLoad(url)]).toEqual([true, true]),
  )

  it.each([
    'crossread://app.evil.example/',
    'crossread://evil/',
    'crossread://app:8080/',
    'crossread:app',
    'https://app/',
    'http://127.0.0.1:5173/',
    'file:///etc/passwd',
    'ftp://app/',
    'javascript:alert(1)',
    'blob:https://evil.example/1',
    'data:text/html,crossread://app/',
    'about:blank',
    '',
    'crossread',
  ])('is not %s', (url) => expect(rules.isOwnPage(url)).toBe(false))

  it('asks nothing of the net or the disk', () => {
    const outside = ['https://example.com/', 'http://127.0.0.1:1/', 'ws://127.0.0.1/', 'file:///etc/passwd', 'ftp://x/']
    expect(outside.filter((url) => rules.mayLoad(url))).toEqual([])
  })

  it('may save what it made itself and nothing else', () => {
    const urls = ['blob:crossread://app/1', 'blob:https://evil.example/1', 'https://evil.example/a.exe', 'data:,x']
    expect(urls.map((url) => rules.mayDownload(url))).toEqual([true, false, false, false])
  })

  it('has no looser policy unless a development server was named', () => {
    expect(rules.developmentPolicy).toBeNull()
    expect(rules.pageUrl).toBe('crossread://app/')
  })

  it('comes from the development server alone when one was named', () => {
    const development = createPageRules('http://localhost:5173')
    expect(development.isOwnPage('http://localhost:5173/src/main.ts')).toBe(true)
    expect(development.mayLoad('ws://localhost:5173/?token=1')).toBe(true)
    expect(development.mayLoad('ws://localhost:51730/')).toBe(false)
    expect(development.isOwnPage('http://localhost:5174/')).toBe(false)
    expect(development.isOwnPage('crossread://app/')).toBe(false)
    expect(development.developmentPolicy).toContain('connect-src')
  })
})

describe('the content policy of the build', () => {
  const directives = new Map(
    CONTENT_POLICY.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values] as const
    }),
  )

  it('allows nothing by default, and nothing unsafe, foreign or by wildcard', () => {
    expect(directives.get('default-src')).toEqual(["'none'"])
    expect(CONTENT_POLICY).not.toMatch(/unsafe|https?:|\*|blob:/)
  })

  it.each(['script-src', 'style-src', 'font-src', 'connect-src', 'worker-src'])(
    'takes %s from itself alone',
    (name) => {
      expect(directives.get(name)).toEqual(["'self'"])
    },
  )

  it.each(['frame-ancestors', 'base-uri', 'form-action'])('shuts %s', (name) => {
    expect(directives.get(name)).toEqual(["'none'"])
  })
})
