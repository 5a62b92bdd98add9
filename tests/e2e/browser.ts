import {
  chromium,
  firefox,
  type Browser,
  type BrowserContextOptions,
  type CDPSession,
  type Page,
  type Request,
} from 'playwright-core'
import { afterEach, beforeAll, expect, inject } from 'vitest'
import { CANT_TELL, type GivenVantage } from '../../src/core/response/response.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { encodeInvitation, type Invitation } from '../../src/core/workshop/invitation.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { Profiles } from './profiles.ts'

export interface Visit extends BrowserContextOptions {
  /** The path to open, relative to the site. */
  path?: string
  /** The site's address, where it is not at the root. */
  site?: string
  /** The event to wait for; by default the script has taken over. */
  until?: 'commit' | 'load'
  /** Other origins that may be requested. */
  allow?: readonly string[]
  /** Whether it needs a profile that is made for it, as whoever changes more than pages and what they store: the clock is a profile's. */
  isNew?: boolean
  /** Whether it may be kept on the device for visits without a network, as it is for people. */
  offline?: boolean
  /** Whether it is about guesses of what others answer. Elsewhere the person goes on to the result without any. */
  guesses?: boolean
  /** Prepares the page before it is opened. */
  before?: (page: Page) => Promise<unknown>
}

export interface Browsing {
  /** Opens a page in a browser profile of its own. */
  visit: (options?: Visit) => Promise<Page>
  /** Allows messages of the browser itself in this test, and requires at least one. */
  expectMessages: (pattern: RegExp) => void
  /** Closes a page before the test ends, with its profile. */
  leave: (page: Page) => Promise<void>
  /** Allows such messages in this test, and requires none. */
  allowMessages: (pattern: RegExp) => void
  /** Opens another tab beside a page. */
  tab: (page: Page, path?: string) => Promise<Page>
}

/** Waits until the page's script has taken over the served page. */
export const ready = (page: Page) => page.locator('html[data-ready]').waitFor({ state: 'attached' })

/** The browsers of this worker, by what they were started with. They end when it does. */
const browsers = new Map<string, Promise<Profiles>>()

/** Of a person who wants less motion, as the profiles of a Chromium are. */
const FIREFOX_PREFERENCES = { 'ui.prefersReducedMotion': 1 }

/** All pages of a profile are in one process, which those of the next test find started. */
const ONE_PROCESS = '--renderer-process-limit=1'

/** A Chromium, or the Firefox that the tests are run in. */
function launch(more: readonly string[]): Promise<Browser> {
  const firefoxPath = inject('firefox')
  // The channel is what makes it speak with a browser as it is installed.
  if (firefoxPath)
    return firefox.launch({
      executablePath: firefoxPath,
      channel: 'moz-firefox',
      firefoxUserPrefs: FIREFOX_PREFERENCES,
    })
  const found = inject('chromium')
  return chromium.launch({ ...found, args: [...found.args, ONE_PROCESS, ...more] })
}

/** Starts a browser, or takes the one that an earlier file of tests has started. */
function browserWith(more: readonly string[]): Promise<Profiles> {
  const key = more.join(' ')
  const browser = browsers.get(key) ?? launch(more).then((launched) => new Profiles(launched))
  browsers.set(key, browser)
  return browser
}

/** The requests of a page that have not ended. */
const underWay = new WeakMap<Page, Map<Request, number>>()

function follow(page: Page): void {
  const requests = new Map<Request, number>()
  underWay.set(page, requests)
  page.on('request', (request) => requests.set(request, Date.now()))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/** Prints what a page showed when its test failed, and what it waited for. */
async function tell(page: Page): Promise<void> {
  if (page.isClosed()) return
  const text = await page.locator('body').innerText({ timeout: 5000 }).catch(String)
  const waited = [...(underWay.get(page) ?? [])].map(([request, since]) => {
    return `${request.resourceType()} ${request.url()}, for ${Date.now() - since} ms`
  })
  console.log([`At ${page.url()}:`, text.slice(0, 1200), 'Under way:', ...waited].join('\n'))
}

/** Pages on which nobody answers. */
const WITHOUT_GUESSES = /^(workshop|preview)(\.html)?\b/

/**
 * Goes on to the result, wherever guesses of what others answer are asked for before
 * it, as soon as that was painted: on a page, in an article and in a frame. The page
 * itself watches for it: Playwright would look for it before every act.
 */
async function leaveGuesses(page: Page, path: string): Promise<void> {
  if (WITHOUT_GUESSES.test(path)) return
  await page.addInitScript(() => {
    const watch = (root: Document | ShadowRoot) => {
      const leave = () => root.querySelector<HTMLElement>('.nav .leave')
      let isLeaving = false
      new MutationObserver(() => {
        if (isLeaving || !leave()) return
        isLeaving = true
        requestAnimationFrame(() =>
          setTimeout(() =>
            setTimeout(() => {
              isLeaving = false
              leave()?.click()
            }),
          ),
        )
      }).observe(root, { childList: true, subtree: true })
    }
    watch(document)
    const attach = Reflect.get(Element.prototype, 'attachShadow')
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init)
      watch(root)
      return root
    }
  })
}

/**
 * A browser for a file of tests, and a profile of its own for each visit. After
 * each test, nothing may have been written to the console, thrown, or requested
 * from another origin.
 *
 * @param more options of this file's browser beside the usual ones
 */
export function browsing(more: readonly string[] = []): Browsing {
  let profiles: Profiles
  let heard: string[] = []
  let seen: Page[] = []
  let expected: RegExp | null = null
  let allowed: RegExp | null = null

  beforeAll(async () => {
    profiles = await browserWith(more)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') for (const page of seen) await tell(page)
    seen = []
    await profiles.end()
    const [all, pattern] = [heard, expected]
    heard = []
    expected = null
    const passes = allowed
    allowed = null
    if (pattern) expect(all).toContainEqual(expect.stringMatching(pattern))
    expect(all.filter((message) => !pattern?.test(message) && !passes?.test(message))).toEqual([])
  })

  const listen = (page: Page, ...origins: readonly string[]) => {
    seen.push(page)
    follow(page)
    page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => heard.push(`thrown: ${error.message}`))
    page.on('request', (request) => {
      const url = request.url()
      const isAllowed = origins.some((origin) => url.startsWith(origin))
      if (!isAllowed && !url.startsWith('data:') && !url.startsWith('blob:')) heard.push(`asked: ${url}`)
    })
  }

  return {
    async visit({ path = '', site = inject('site'), before, until, allow = [], guesses = false, ...options } = {}) {
      const page = await profiles.page(options)
      listen(page, new URL(site).origin, ...allow)
      if (!guesses) await leaveGuesses(page, path)
      await before?.(page)
      await page.goto(site + path, { waitUntil: until ?? 'load' })
      if (!until) await ready(page)
      return page
    },
    leave: (page) => profiles.leave(page),
    expectMessages(pattern) {
      expected = pattern
    },
    allowMessages(pattern) {
      allowed = pattern
    },
    async tab(page, path = '') {
      const other = await page.context().newPage()
      const address = new URL(path, inject('site'))
      listen(other, address.origin)
      await leaveGuesses(other, path)
      await other.goto(address.href)
      await ready(other)
      return other
    },
  }
}

/** Holds a page's scripts back until `letGo`, or those of an address. */
export function heldScripts(which = '**/*.js'): { hold: (page: Page) => Promise<unknown>; letGo: () => void } {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  return {
    hold: (page) =>
      page.route(which, async (route) => {
        await held
        await route.continue()
      }),
    letGo: () => letGo(),
  }
}

/** The statement or other heading of the screen. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Goes through the tab's history from a screen that was seen: its entry is made once it is painted. */
export const travel = (page: Page, steps: number) =>
  page.evaluate(
    (by) =>
      new Promise<void>((gone) => {
        requestAnimationFrame(() => setTimeout(() => gone(history.go(by))))
      }),
    steps,
  )

/** The text that shows how far the person is. */
export const progress = (page: Page) => page.getByText(/^\d+ of 30$/)

/** How a page is told of keys without waiting for each. */
const keyboards = new WeakMap<Page, Promise<CDPSession>>()

/** Presses number keys one after another, as fast as the page takes them: what it would paint between two is not waited for. */
export async function pressAll(page: Page, keys: Iterable<string>): Promise<void> {
  if (page.context().browser()?.browserType().name() === 'firefox') {
    for (const key of keys) await page.keyboard.press(key)
    return
  }
  const session = keyboards.get(page) ?? page.context().newCDPSession(page)
  keyboards.set(page, session)
  const keyboard = await session
  const send = (type: 'keyDown' | 'keyUp', key: string) => {
    const pressed = { key, code: `Digit${key}`, windowsVirtualKeyCode: key.charCodeAt(0) }
    return keyboard.send('Input.dispatchKeyEvent', { type, ...pressed, ...(type === 'keyDown' ? { text: key } : {}) })
  }
  await Promise.all([...keys].flatMap((key) => [send('keyDown', key), send('keyUp', key)]))
}

/** Answers with number keys: first the vantage, then one for each statement. `s` skips. */
export async function answer(page: Page, vantage: string, keys: string): Promise<void> {
  const [first = '', ...others] = (vantage + keys).split('s')
  await pressAll(page, first)
  for (const part of others) {
    await page.getByRole('button', { name: 'Skip' }).click()
    await pressAll(page, part)
  }
}

/** Thirty varied answers, with a result unlike others. */
export const VARIED = '445223143402543253142334424445'

/**
 * Codes of two different results, of 23 November and of 24 February before: senior
 * leadership, thirty answers.
 */
export const CODES = {
  varied: codeOf(VARIED, '2026-11-23'),
  other: codeOf('335222143302433252132334424441', '2026-02-24'),
}

/** The code of the answers given by these keys. */
export function codeOf(
  keys: string,
  completedOn: string,
  vantage: GivenVantage = 'senior',
  of = questionnaire.id,
): string {
  const given = questionnaire.items.map((item, index) => [
    item.id,
    keys[index] === '0' ? CANT_TELL : Number(keys[index]),
  ])
  const layout = { ...layoutOf(questionnaire), id: of }
  return encodeResultCode(layout, { vantage, completedOn, answers: Object.fromEntries(given) })
}

/** A workshop whose four levels have the client's names. */
export const WORKSHOP: Invitation = {
  id: 'K7M2Q4',
  name: 'Northern plants, spring',
  questionnaire: { id: 'execution-gaps', version: '2.1' },
  language: 'en',
  levels: ['Executive committee', 'Plant heads', 'Team leads', 'Shop floor'],
  smallestGroup: 6,
  rawExport: false,
}

export const INVITATION = encodeInvitation(WORKSHOP)

/** How many sheets of paper a PDF takes. */
export const sheetsOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

/** Unfolds a result: in an article its full reading, then each of its parts. */
export async function unfold(page: Pick<Page, 'locator'>): Promise<void> {
  const open = (details: (HTMLElement | SVGElement)[]) => {
    for (const one of details) if (one instanceof HTMLDetailsElement) one.open = true
  }
  await page.locator('article[part="result"]').waitFor()
  await page.locator('details.full').evaluateAll(open)
  await page.locator('details[data-part="method"]').waitFor()
  await page.locator('details[data-part]').evaluateAll(open)
}

/** Waits for the result to be complete, from its chart to its last part, and unfolds it. */
export async function result(page: Page): Promise<void> {
  await unfold(page)
  await page.getByRole('heading', { name: 'The three scores' }).waitFor()
  await page.getByRole('heading', { name: 'How this was scored' }).waitFor()
  await page.locator('canvas[data-drawn], figure .nothing').waitFor()
}
