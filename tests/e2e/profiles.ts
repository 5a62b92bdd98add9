import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

/** What every profile of a test starts with. */
const USUAL: BrowserContextOptions = { viewport: { width: 1024, height: 800 }, reducedMotion: 'reduce' }

/** What a page can be given by itself, so that a profile need not be made for it. */
const OF_PAGES = ['viewport', 'colorScheme', 'reducedMotion', 'forcedColors', 'contrast'] as const

type OfPages = Pick<BrowserContextOptions, (typeof OF_PAGES)[number]>

/**
 * What a page of a profile may do beyond what the browser gives it: `offline`, be
 * kept for visits without a network. That copies more than a hundred files, beside
 * whatever a test is about.
 */
export interface Means {
  isNew?: boolean
  offline?: boolean
}

/** As a browser that has no caches for pages, in a private window or by its owner's choice. */
async function withoutCopies(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'caches'))
  return context
}

/** So many are kept for the next test; few have two people, or one person on two devices. */
const MOST_KEPT = 2

/** A profile that tests use one after another. */
interface Kept {
  readonly context: BrowserContext
  /** Whoever has stored something in it since it was last emptied. */
  readonly origins: Set<string>
  empty(): Promise<void>
}

async function keep(browser: Browser): Promise<Kept> {
  const context = await withoutCopies(await browser.newContext(USUAL))
  const origins = new Set<string>()
  context.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (origin !== 'null') origins.add(origin)
  })
  // Starting a process for pages takes longer than most tests. It ends with its last page, which this one outlives.
  const resident = await context.newPage()
  const devtools = await context.newCDPSession(resident)
  return {
    context,
    origins,
    async empty() {
      for (const page of context.pages()) if (page !== resident) await page.close()
      for (const origin of origins) await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
      origins.clear()
      await context.clearCookies()
    },
  }
}

/**
 * The profiles of a browser. One that has been used is emptied of pages and of all
 * that they stored. It keeps its process and what the browser itself has cached of
 * the site, as somebody's does who comes a second time: a test about what is fetched
 * asks for a new one. Nobody empties a profile of Firefox, where each page has a
 * new one.
 */
export class Profiles {
  readonly #browser: Browser
  readonly #free: Kept[] = []
  #used: Kept[] = []
  #once: BrowserContext[] = []

  constructor(browser: Browser) {
    this.#browser = browser
  }

  /** A page in a profile of its own, which is made for it where its options are more than a page can be given. */
  async page({ isNew = false, offline = false, ...options }: BrowserContextOptions & Means): Promise<Page> {
    const more = Object.keys(options).filter((name) => !(OF_PAGES as readonly string[]).includes(name))
    if (isNew || offline || more.length > 0 || this.#browser.browserType().name() === 'firefox') {
      const made = await this.#browser.newContext({ ...USUAL, ...options })
      const context = offline ? made : await withoutCopies(made)
      this.#once.push(context)
      return context.newPage()
    }
    const { viewport, ...media }: OfPages = options
    const kept = this.#free.pop() ?? (await keep(this.#browser))
    this.#used.push(kept)
    const page = await kept.context.newPage()
    if (viewport) await page.setViewportSize(viewport)
    if (Object.keys(media).length > 0) await page.emulateMedia(media)
    return page
  }

  /** Closes the pages of a page's profile, and empties that for the next who needs one. */
  async leave(page: Page): Promise<void> {
    const kept = this.#used.find(({ context }) => context === page.context())
    if (kept) await this.#release(kept)
    else await page.context().close()
  }

  /** Closes all pages, and empties the profiles for the next test. */
  async end(): Promise<void> {
    for (const context of this.#once) await context.close()
    this.#once = []
    for (const kept of this.#used) await this.#release(kept)
  }

  async #release(kept: Kept): Promise<void> {
    this.#used = this.#used.filter((one) => one !== kept)
    if (this.#free.length === MOST_KEPT) return kept.context.close()
    await kept.empty()
    this.#free.push(kept)
  }
}
