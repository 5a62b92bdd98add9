import { tableReader } from '../../src/adapters/table-reader.ts'
import { workshopFileReader } from '../../src/adapters/workshop-file-reader.ts'
import 'qr'
import resultPart from 'questionnaire:result/execution-gaps/en'
import { tick } from 'svelte'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page, userEvent } from 'vitest/browser'
import { cameraCollection } from '../../src/adapters/camera-collection.ts'
import { memoryAddress } from '../../src/adapters/memory-address.ts'
import { memoryStore } from '../../src/adapters/memory-store.ts'
import { encodeHandOverCode } from '../../src/core/codes/hand-over-code.ts'
import { SURVEY_TOOL_NAMES } from '../../src/core/exports/tool-names.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import { simulateRoom } from '../../src/core/room/simulate-room.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import type { KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { DraftKeeper } from '../../src/ui/console/draft-keeper.ts'
import { LiveRegion } from '../../src/ui/parts/live-region.svelte.ts'
import { consoleRoutes, type ConsoleRoute } from '../../src/core/address/console-fragment.ts'
import { Router } from '../../src/ui/parts/router.svelte.ts'
import { WorkshopRepository } from '../../src/ui/console/workshop-repository.svelte.ts'
import { OfflineState } from '../../src/ui/console/offline-state.svelte.ts'
import { ConsoleSpeech } from '../../src/ui/console/workshop-speech.svelte.ts'
import type { ConsoleTools, OfferedQuestionnaire } from '../../src/ui/console/workshop-tools.ts'
import { inEveryLanguage } from '../fixtures/locales.ts'
import { setUpTexts } from '../../src/ui/locales/en/console-set-up.ts'
import CheckScreen from '../../src/ui/check/CheckScreen.svelte'
import CheckSetUp from '../../src/ui/check/CheckSetUp.svelte'
import { checkTexts } from '../../src/ui/locales/en/check.ts'
import { checkConsole } from '../../src/ui/locales/en/check-console.ts'
import { tableOpenedTexts } from '../../src/ui/locales/en/table-opened.ts'
import { roomTexts } from '../../src/ui/locales/en/room.ts'
import { placeWords } from '../../src/ui/locales/place-words.ts'
import { takeTexts } from '../../src/ui/locales/en/take.ts'
import { consoleTexts } from '../../src/ui/locales/en/console.ts'
import Console from '../../src/ui/console/Console.svelte'
import LockForm from '../../src/ui/console/LockForm.svelte'
import Screens from '../../src/ui/console/Screens.svelte'
import { deviceWith } from '../fixtures/workshop-device.ts'
import { lengthenAll } from '../pseudo-locale/texts.ts'
import '../../src/styles/tokens.css'
import '../../src/styles/base.css'
import '../../src/styles/text.css'
import '../../src/styles/result.css'
import '../../src/styles/console.css'

/**
 * The console in the pseudo-locale, part by part: the pseudo-locale's build has
 * only the diagnostic's own page, and a build with the console would slow every
 * run.
 */
const texts = lengthenAll(consoleTexts)
const room = lengthenAll(roomTexts)
const setUp = lengthenAll(setUpTexts)
const part = { ...resultPart, texts: lengthenAll(resultPart.texts) }
const { questionnaire } = part

/** Texts that people wrote themselves. Like addresses and codes, they are not translated. */
const OWN = { name: 'Probe 7', client: 'Probe 8', levels: ['Probe 1', 'Probe 2'] as const }
/** Names of products are the same everywhere. */
const PRODUCTS: readonly string[] = Object.values(SURVEY_TOOL_NAMES)
const AS_IT_IS = /Probe \d|https?:\S+|\b[0-9A-Z]{4,}\b/gu

const simulated = simulateRoom(questionnaire, { ...OWN, language: 'en' }, '2026-11-23')
const layout = layoutOf(questionnaire)
const collecting: KeptWorkshop = {
  workshop: {
    ...simulated.workshop,
    id: 'K7Q2MX',
    levels: ['Probe 1', 'Probe 2', 'Probe 3'],
    rawExport: true,
  },
  expected: [3, 7, 14],
  collected: { entries: [], former: [] },
  snapshots: [],
  closed: false,
}

const code = (participant: number, of = collecting.workshop.id) =>
  encodeHandOverCode(layout, {
    workshop: of,
    participant,
    revision: 1,
    pace: 'usual',
    level: 0,
    completedOn: '2026-11-22',
    answers: { [layout.items[0]!.id]: 1 + (participant % 5) },
    promises: null,
  })

const OFFERED: OfferedQuestionnaire = {
  id: questionnaire.id,
  version: questionnaire.version,
  items: questionnaire.items.length,
  languages: ['en', 'fr'],
  parts: { en: part, fr: part },
}

const tools: ConsoleTools = {
  speech: new ConsoleSpeech(inEveryLanguage(texts), 'en', () => undefined),
  offline: new OfflineState({ keep: async () => true }, 'workshop'),
  live: new LiveRegion(),
  exporter: { copy: () => Promise.resolve(true), share: null, download: () => undefined, print: () => undefined },
  clock: { now: () => 0, moment: () => 0, today: () => '2026-11-23' },
  openCamera: (screen, onKnown) =>
    cameraCollection({ open: () => Promise.resolve({ ok: false, failure: 'missing' }) }, screen, onKnown),
  sources: [],
  liveRoom: {
    relays: [],
    markOf: () => Promise.resolve(''),
    clear: () => Promise.resolve(),
    drawKeys: () => Promise.reject(new Error('no relay')),
  },
  wait: () => Promise.resolve(),
  chime: { prepare: () => undefined, play: () => undefined },
  tables: tableReader('no-such-worker.js'),
  fileLock: { lock: () => Promise.resolve(null), unlock: () => Promise.resolve(null) },
  workshopFiles: workshopFileReader('no-such-worker.js'),
  statistics: {
    summarise: async (asked) => summariseRoom(asked.part, asked.workshop, asked.entries, asked.snapshots),
    close: () => undefined,
  },
  setUpTexts: inEveryLanguage(setUp),
  roomTexts: inEveryLanguage(room),
  checks: { SetUp: CheckSetUp, Kept: CheckScreen },
  checkTexts: inEveryLanguage(lengthenAll(checkTexts)),
  checkConsole: inEveryLanguage(checkConsole),
  tableTexts: inEveryLanguage(tableOpenedTexts),
  offered: [OFFERED],
  askedBy: () => OFFERED,
  readOwn: () => null,
  placeWordsIn: () => placeWords(takeTexts),
  reload: () => undefined,
  drawNumber: () => 7,
  participantPages: { all: ['https://example.org/'], reach: 'others' },
  settingOf: ({ workshop }) => ({
    workshop,
    layouts: [layout],
    asked: questionnaire,
    texts: [part.texts],
    places: {},
  }),
}

async function open(route: ConsoleRoute, workshops: readonly KeptWorkshop[] = []) {
  const repository = new WorkshopRepository(deviceWith(...workshops).store())
  await repository.load()
  const address = memoryAddress('https://example.org/workshop.html')
  address.go(consoleRoutes.move('', route))
  const nothing = { ok: true as const, value: null }
  const device = {
    read: () => nothing,
    write: () => nothing,
    remove: () => nothing,
    removeAll: () => nothing,
    onChange: () => () => undefined,
  }
  return render(Console, {
    tools: { ...tools, whole: Promise.resolve({ tools, Screens, LockForm, simulateRoom }) },
    repository,
    router: new Router(address, consoleRoutes),
    drafts: new DraftKeeper(memoryStore(device)),
  })
}
type Screen = Awaited<ReturnType<typeof open>>

const pressed = (screen: Screen, name: string) => screen.getByRole('button', { name, exact: true }).click()

async function openRoom(): Promise<Screen> {
  const screen = await open({ on: 'workshop', id: simulated.workshop.id }, [simulated])
  await expect.element(screen.getByRole('heading', { name: room.title })).toBeVisible()
  return screen
}

const SCREENS: [string, () => Promise<Screen>][] = [
  ['the start, with nothing kept', () => open({ on: 'start' })],
  ['the start, with workshops', () => open({ on: 'start' }, [collecting, simulated])],
  [
    'a set-up with everything that can be wrong in it',
    async () => {
      const screen = await open({ on: 'new' })
      for (const box of screen.getByRole('textbox').elements()) await page.elementLocator(box).fill('-')
      await pressed(screen, setUp.create)
      return screen
    },
  ],
  ['the set-up of a workshop', () => open({ on: 'set-up', id: collecting.workshop.id }, [collecting])],
  [
    'a workshop with what was taken in and what was not',
    async () => {
      const screen = await open({ on: 'workshop', id: collecting.workshop.id }, [collecting])
      const codes = [code(1), code(1), code(2).slice(0, -2), code(3, 'AB12CD')]
      await screen.getByRole('textbox', { name: texts.collect.paste }).fill([...codes, 'Nothing'].join('\n'))
      await pressed(screen, texts.collect.take)
      return screen
    },
  ],
  [
    'the invitation, large',
    async () => {
      const screen = await open({ on: 'workshop', id: collecting.workshop.id }, [collecting])
      await pressed(screen, texts.join.large)
      return screen
    },
  ],
  [
    'a workshop closed with too few',
    () => open({ on: 'workshop', id: collecting.workshop.id }, [{ ...collecting, closed: true }]),
  ],
  ['a set-up to look at', () => open({ on: 'workshop', id: 'K7Q2MX', at: 'set-up' }, [collecting])],
  ['a room that is not reached yet', () => open({ on: 'workshop', id: 'K7Q2MX', at: 'room' }, [collecting])],
  ['what can be taken away before', () => open({ on: 'workshop', id: 'K7Q2MX', at: 'take-away' }, [collecting])],
  [
    'what can be taken away',
    async () => {
      const screen = await open({ on: 'workshop', id: simulated.workshop.id, at: 'take-away' }, [simulated])
      await expect.element(screen.getByRole('button', { name: room.take.print })).toBeVisible()
      return screen
    },
  ],
  [
    'a room, and its paper',
    async () => {
      const screen = await openRoom()
      dispatchEvent(new Event('beforeprint'))
      onTestFinished(() => void dispatchEvent(new Event('afterprint')))
      await expect.poll(() => screen.container.querySelector('.paper')).not.toBeNull()
      return screen
    },
  ],
]

/** The words on the page that are not in the pseudo-locale. */
function leftBehind(root: Element): string[] {
  // A language keeps its own name, and an answer of the site the title it has there.
  const elements = [...root.querySelectorAll('*')].filter((element) => !element.closest('[lang]:not(html)'))
  // A drawing breaks its texts into lines, so they are read whole.
  const broken = elements.filter((element) => element.matches('figure :has(> .name), .target'))
  const drawn = broken.map((element) => {
    const lines = [...element.children].filter((line) => element.matches('.target') || line.matches('.name'))
    return lines
      .map(({ textContent }) => textContent.trim())
      .join(' ')
      .replaceAll(/⟦[^⟦⟧]*⟧/g, '')
  })
  const plain = elements.filter((element) => !element.closest('figure .name, .target'))
  const words = plain.flatMap((element) => [
    ...[...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data),
    ...['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
  ])
  const left = [...words, ...drawn]
    .map((text) => text.replaceAll(AS_IT_IS, '').trim())
    .filter((text) => /\p{L}{2}/u.test(text) && !text.includes('⟦') && !PRODUCTS.includes(text))
  return [...new Set(left)]
}

/** Elements that reach beyond the window, or whose text is cut off. */
function cutOff(root: Element): string[] {
  return [...root.querySelectorAll<HTMLElement>('*')]
    .filter((element) => element.checkVisibility() && !element.closest('svg, .sr'))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      const { overflowX } = getComputedStyle(element)
      const isCut = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1
      const scrolls = element.parentElement?.closest('[role="region"]')
      return isCut || (!scrolls && (right > innerWidth + 1 || left < -1))
    })
    .map((element) => element.outerHTML.slice(0, 160))
}

beforeEach(() => {
  document.documentElement.dir = 'rtl'
  onTestFinished(() => document.documentElement.removeAttribute('dir'))
})

describe('a language that is longer and runs the other way', () => {
  it.each(SCREENS)('leaves no word of the console behind on a phone, and cuts none off: %s', async (_name, go) => {
    await page.viewport(360, 800)
    const screen = await go()
    for (const details of screen.container.querySelectorAll('details')) details.open = true
    await tick()
    expect(leftBehind(screen.container)).toEqual([])
    expect(cutOff(screen.container)).toEqual([])
  })

  it('leaves none behind while a room is presented', async () => {
    await page.viewport(1280, 720)
    const screen = await openRoom()
    await pressed(screen, room.present.start)
    const dialog = screen.getByRole('dialog')
    await expect.element(dialog).toBeVisible()
    const forward = dialog.getByRole('button', { name: room.present.forward })
    const seen = new Set<string>()
    for (let isOver = false; !isOver; isOver = forward.element().matches(':disabled')) {
      expect(leftBehind(dialog.element())).toEqual([])
      expect(cutOff(dialog.element())).toEqual([])
      seen.add(dialog.element().textContent)
      await userEvent.keyboard('{PageDown}')
    }
    expect(seen.size).toBeGreaterThan(10)
  })
})
