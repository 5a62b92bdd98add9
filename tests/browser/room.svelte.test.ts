import axe from 'axe-core'
import resultPart from 'questionnaire:result/execution-gaps/en'
import { render } from 'vitest-browser-svelte'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Exporter } from '../../src/core/ports.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import type { RoomView } from '../../src/core/room/room-view.ts'
import { simulateRoom } from '../../src/core/room/simulate-room.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import type { KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { RoomReading } from '../../src/ui/room/room-reading.ts'
import { roomTexts } from '../../src/ui/locales/en/room.ts'
import { lengthenAll } from '../pseudo-locale/texts.ts'
import Room from '../../src/ui/room/Room.svelte'
import RoomTakeAway from '../../src/ui/room/RoomTakeAway.svelte'
import '../../src/styles/tokens.css'
import '../../src/styles/base.css'
import '../../src/styles/text.css'
import '../../src/styles/result.css'

const { questionnaire, texts } = resultPart
const levels = ['Board', 'Shift teams'] as const
const sample = simulateRoom(
  questionnaire,
  { name: 'Rehearsal', client: 'Example plc', language: 'en', levels },
  '2026-11-22',
)

const viewOf = ({ workshop, collected, snapshots }: KeptWorkshop): RoomView =>
  summariseRoom(resultPart, workshop, [...collected.entries, ...collected.former], snapshots)

/** The sample room with only some of its people, and an id as of a real workshop. */
function roomOf(isIn: (level: number | null, index: number) => boolean): KeptWorkshop {
  const entries = sample.collected.entries.filter(({ level }, index) => isIn(level, index))
  return {
    ...sample,
    workshop: { ...sample.workshop, id: 'AB12CD' },
    collected: { entries, former: [] },
    snapshots: [{ number: 1, takenOn: '2026-11-22', entries: entries.map(({ id }) => id) }],
  }
}

/** The writers of files are loaded on request. */
const LOADING = { timeout: 10_000 }

function outletOf() {
  const taken: { name: string; type: string; content: string }[] = []
  const exporter: Exporter = {
    copy: async () => true,
    share: null,
    download: (name, type, content) => taken.push({ name, type, content: String(content) }),
    print: () => undefined,
  }
  return { exporter, taken }
}

const propsOf = (kept: KeptWorkshop) => ({
  view: viewOf(kept),
  part: resultPart,
  workshop: kept.workshop,
  texts: roomTexts,
})

/** Until a picture was painted, and what follows it is there. */
const painted = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => setTimeout(() => setTimeout(done)))
  })

async function show(kept: KeptWorkshop = sample) {
  const props = propsOf(kept)
  const screen = await render(Room, props)
  await painted()
  return { screen, view: props.view }
}

async function takeAway(kept: KeptWorkshop = sample) {
  const { exporter, taken } = outletOf()
  return { screen: await render(RoomTakeAway, { ...propsOf(kept), exporter }), taken }
}

async function present(kept: KeptWorkshop = sample) {
  const shown = await show(kept)
  await shown.screen.getByRole('button', { name: 'Present to the room' }).click()
  const dialog = shown.screen.getByRole('dialog', { name: 'Presentation to the room' })
  await expect.element(dialog).toBeVisible()
  return { ...shown, dialog }
}

async function problemsIn(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // Of what passes, no details.
    resultTypes: ['violations'],
    // Off: only a part of a page is tested, in the test's own page.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

const position = (screen: Awaited<ReturnType<typeof show>>['screen'], at: number) =>
  expect.element(screen.getByText(new RegExp(`^${at} of \\d+$`))).toBeVisible()

describe('what the room sees', () => {
  it('shows its parts in the order they are discussed', async () => {
    const { screen } = await show()
    const headings = [...screen.container.querySelectorAll('h2')].map((heading) => heading.textContent)
    expect(headings).toEqual([
      'The scores of the room',
      'The distance',
      'What was expected, and what is reported',
      'The signal path, from both ends',
      'Where the two views are furthest apart',
      'Discuss first',
      'What only some can see',
      'What the room holds to be the cause',
      'Where belief and report do not fit',
      'Read next',
      'How this was worked out, and what is not shown',
    ])
  })

  it('says what the top expected beside what is reported, in a picture, in words, and statement by statement', async () => {
    const { screen, view } = await show()
    const section = [...screen.container.querySelectorAll('section')].find(
      (candidate) => candidate.querySelector('h2')?.textContent === roomTexts.guess.section,
    )!
    const pictures = [...section.querySelectorAll('figure [role="img"]')]
    expect(pictures).toHaveLength(2)
    for (const picture of pictures) expect(picture.getAttribute('aria-label')).toMatch(/expected .* reports/)
    const [level] = view.guesses!
    expect(section.querySelectorAll('figure .path .expected')).toHaveLength(level!.concepts.length)
    expect(section.querySelectorAll('figure .path .reported')).toHaveLength(level!.concepts.length)
    expect(section.textContent).toContain(roomTexts.guess.pathCaption('never', 'almost always'))
    expect(section.textContent).toContain('to see what it sees itself')
    expect(section.textContent).toContain('this room cannot tell')
    for (const { item } of level!.items) expect(section.textContent).toContain(texts.items[item]!.text)
    // Each statement is read by itself, more cautiously than its concept, and only where something can be told.
    const single = section.querySelector('details')!.textContent
    const readings = level!.items.flatMap(({ reading }) => (reading?.shown ? [reading.reading] : []))
    expect(readings).toHaveLength(6)
    expect(single.split(`“Board” expected “Shift teams” to see what it sees itself.`)).toHaveLength(
      1 + readings.filter((reading) => reading === 'sees-itself').length,
    )
    expect(readings).toContain('sees-itself')
    expect(readings).toContain('cannot-tell')
    expect(single).toContain(roomTexts.guess.cautious)
    expect(single).not.toContain('cannot tell whether')
    expect(section.textContent).toContain(roomTexts.guess.neverOne)
  })

  it('says nothing of it where nobody was asked', async () => {
    const { screen } = await show({ ...sample, workshop: { ...sample.workshop, asksGuesses: false } })
    expect(screen.container.textContent).not.toContain(roomTexts.guess.section)
  })

  it('draws the path as both ends report it, from what is released alone', async () => {
    const { screen, view } = await show()
    const section = [...screen.container.querySelectorAll('section')].find(
      (candidate) => candidate.querySelector('h2')?.textContent === 'The signal path, from both ends',
    )!
    const drawn = [...section.querySelectorAll('figure')]
    expect(drawn.map((figure) => figure.querySelector('svg')!.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/^Drawing of what .* reports\. What is heard: \d+ of the \d+ shown pass/),
      expect.stringMatching(/^Drawing of what .* reports\. What is heard: \d+ of the \d+ shown pass/),
    ])
    for (const figure of drawn) {
      let listed = 0
      for (const part of figure.querySelectorAll<HTMLButtonElement>('button.target')) {
        part.click()
        await vi.waitFor(() => expect(part.getAttribute('aria-expanded')).toBe('true'))
        listed += figure.querySelectorAll('section li').length
      }
      expect(listed).toBe(view.items.length)
    }
  })

  /** A room of two levels of which every person gives the same answers as reported, but for a few. */
  function roomApart(top: number, work: number, spread = 1): KeptWorkshop {
    const entries = sample.collected.entries.map((entry, index) => {
      const step = (entry.level === 0 ? top : work) + (index % 4 === 0 ? spread : 0)
      const answers = questionnaire.items.map((item): [string, number] => [
        item.id,
        'reversed' in item && item.reversed ? 6 - step : step,
      ])
      return { ...entry, pace: 'usual' as const, answers: Object.fromEntries(answers) }
    })
    return { ...sample, workshop: { ...sample.workshop, id: 'AB12CD' }, collected: { entries, former: [] } }
  }

  /** Five of each level who differ so much among themselves that 35 points between the levels may be chance. */
  function roomSplit(): KeptWorkshop {
    const steps = [
      [1, 1, 2, 3, 5],
      [2, 3, 4, 5, 5],
    ]
    const entries = steps.flatMap((own, level) =>
      sample.collected.entries
        .filter((entry) => entry.level === level)
        .slice(0, own.length)
        .map((entry, index) => {
          const answers = questionnaire.items.map((item): [string, number] => [
            item.id,
            'reversed' in item && item.reversed ? 6 - own[index]! : own[index]!,
          ])
          return { ...entry, pace: 'usual' as const, answers: Object.fromEntries(answers) }
        }),
    )
    const snapshots = [{ number: 1, takenOn: '2026-11-22', entries: entries.map(({ id }) => id) }]
    return {
      ...sample,
      workshop: { ...sample.workshop, id: 'AB12CD' },
      collected: { entries, former: [] },
      snapshots,
    }
  }

  it('leads with the distance where there is one, and never says above it that no concept is the main one', async () => {
    const { screen } = await show(roomApart(2, 4))
    const words = screen.container.querySelector('article')!.textContent
    expect(words).toMatch(/“Board” and “Shift teams” see two different pictures: 50 points apart on/)
    expect(words).toMatch(/“Shift teams” reports more\./)
    expect(words).not.toMatch(/none can be called the main one|cannot be put in order/)
    expect(words.indexOf('see two different pictures')).toBeLessThan(words.indexOf('The scores of the room'))
  })

  it('says first that it cannot tell where both means lie far apart, and never that no concept is the main one', async () => {
    const { screen, view } = await show(roomSplit())
    expect(view.distance.concepts.every(({ difference }) => difference.shown && !difference.clear)).toBe(true)
    const words = screen.container.querySelector('article')!.textContent
    expect(words).toMatch(/This room cannot tell whether the two views differ/)
    expect(words).toMatch(/Board 35, Shift teams 70/)
    expect(words).not.toMatch(/none can be called the main one|cannot be put in order/)
    expect(words.indexOf('cannot tell whether')).toBeLessThan(words.indexOf('The scores of the room'))
  })

  it('says how far apart two means lie at least, where one is at an end of the scale', async () => {
    const { screen, view } = await show(roomApart(1, 4, 0))
    expect(view.distance.concepts.every(({ difference }) => !difference.shown)).toBe(true)
    const words = screen.container.querySelector('article')!.textContent
    expect(words).toMatch(/see two different pictures: at least 6\d points apart on/)
    expect(words).toMatch(/Silence: at least 6\d points less from “Board” than from “Shift teams”\./)
    expect(words).not.toContain('The distance cannot be shown')
  })

  it('says once why no distance is shown, where it is for one reason', async () => {
    const all = roomApart(2, 4)
    const { entries } = all.collected
    const few = [0, 1].flatMap((level) => entries.filter((entry) => entry.level === level).slice(0, 4))
    const named = new Set(few.map(({ id }) => id))
    const snapshots = all.snapshots.map((one) => ({ ...one, entries: one.entries.filter((id) => named.has(id)) }))
    const { screen } = await show({ ...all, collected: { entries: few, former: [] }, snapshots })
    const section = [...screen.container.querySelectorAll('section')].find(
      (candidate) => candidate.querySelector('h2')?.textContent === 'The distance',
    )!
    const lines = [...section.querySelectorAll('li')].map((line) => line.textContent.replaceAll(/[\u2068\u2069]/g, ''))
    const words = screen.container.querySelector('article')!.textContent.replaceAll(/[\u2068\u2069]/g, '')
    expect(words).toContain('Board and Shift teams. Not shown')
    expect(lines).toEqual([expect.stringMatching(/^Silence, Signal Loss and Organizational Friction\. Not shown/)])
  })

  /** What is listed as not shown, without marks around names. */
  async function notShown(kept: KeptWorkshop): Promise<string> {
    const { screen } = await show(kept)
    window.dispatchEvent(new Event('beforeprint'))
    const paper = screen.container.querySelector('.paper')!.textContent.replaceAll(/[\u2068\u2069]/g, '')
    window.dispatchEvent(new Event('afterprint'))
    return paper.slice(paper.indexOf(roomTexts.paper.hidden), paper.indexOf(roomTexts.paper.computed))
  }

  it('lists nothing as not shown of which a figure is shown', async () => {
    const apart = await notShown(roomApart(1, 4, 0))
    expect(apart).toContain('the interval of the mean of “Board” (Silence, Signal Loss and Organizational Friction)')
    // The distance is said as far as the means leave it certain; what is hidden is its interval.
    expect(apart).toContain('the interval of the distance (Silence, Signal Loss and Organizational Friction)')
    expect(apart).not.toMatch(/(?<!of )the distance \(|the score of|every figure of/)
    const few = await notShown(roomOf((level, index) => level === 1 || index < 3))
    expect(few).toContain('every figure of “Board”')
    // Nothing more of a level of which nothing is shown.
    expect(few).not.toMatch(/(score|mean|interval) of “Board”|the distance/)
    expect(few).not.toContain('the score of the room')
  })

  it('leads with what the questionnaire says of it where there is no distance', async () => {
    const { screen } = await show(roomApart(3, 3))
    const words = screen.container.querySelector('article')!.textContent
    expect(words).toMatch(/none can be called the main one/)
    expect(words).not.toMatch(/two different pictures|points apart on/)
  })

  it('prints of each concept the mean and interval that may be printed, and no other', async () => {
    const { screen, view } = await show()
    const tables = [...screen.container.querySelectorAll('.concept table')]
    expect(tables.length).toBe(view.concepts.length)
    for (const [index, { room }] of view.concepts.entries()) {
      const cells = [...tables[index]!.querySelectorAll('tbody tr:first-child td')].map((cell) =>
        cell.textContent.trim(),
      )
      if (!room.shown || room.mean.is !== 'points' || !room.interval.shown)
        throw new Error('the sample room shows its scores')
      const { low, high } = room.interval
      expect(cells.slice(0, 3)).toEqual([String(room.n), String(room.mean.points), `${low} to ${high}`])
    }
  })

  it('says of a distance how far it is, and which view reports more', async () => {
    const { screen, view } = await show()
    const { concept, difference } = view.distance.concepts[0]!
    if (!difference.shown || !difference.clear) throw new Error('the sample room has a clear distance')
    const name = texts.concepts[concept]!.name
    const words = `${name}: ${-difference.points} points less from “Board” than from “Shift teams”.`
    await expect.element(screen.getByText(words)).toBeInTheDocument()
  })

  it('says that a room cannot tell where the interval of a distance holds zero', async () => {
    const kept = roomOf(() => true)
    const swapped = kept.collected.entries.map((entry, index) => ({ ...entry, level: index % 2 }))
    const { screen, view } = await show({ ...kept, collected: { entries: swapped, former: [] } })
    const open = view.distance.concepts.filter(({ difference }) => difference.shown && !difference.clear)
    expect(open.length).toBeGreaterThan(0)
    const name = texts.concepts[open[0]!.concept]!.name
    await expect.element(screen.getByText(`${name}: this room cannot tell.`)).toBeInTheDocument()
  })

  it('speaks of both ends by the names the client gave, as plain text, on screen and on paper', async () => {
    const names = ['Comité <b>“A”</b> {work} $&', 'מפעלים 7']
    const named = { ...sample, workshop: { ...sample.workshop, levels: names } }
    const { screen, view } = await show(named)
    window.dispatchEvent(new Event('beforeprint'))
    const [paper, shown] = ['.paper', '.off-paper'].map((part) => screen.container.querySelector(part)!.textContent)
    window.dispatchEvent(new Event('afterprint'))
    expect(view.findings.map(({ finding }) => finding)).toContain('room-less-silence-from-the-top')
    for (const words of [paper, shown]) {
      // A name written from right to left is isolated, so that the text behind it
      // stays in place.
      expect(words).toContain(`silence is reported from “${names[0]}” than from “\u2068${names[1]}\u2069”.`)
      expect(words).not.toMatch(/nearest the top|closest to the work/i)
    }
  })

  it('says where a level stands that has no name', async () => {
    const { screen } = await show({ ...sample, workshop: { ...sample.workshop, levels: ['', ' '] } })
    await expect
      .element(screen.getByText(/silence is reported from “Nearest the top” than from “Closest to the work”/).first())
      .toBeInTheDocument()
    const groups = [...screen.container.querySelector('.concept table')!.querySelectorAll('tbody th')]
    expect(groups.map((group) => group.textContent)).toEqual(['The room', 'Nearest the top', 'Closest to the work'])
  })

  it('marks the statement that splits a room in two', async () => {
    const { screen, view } = await show()
    const split = view.discussFirst.ranked.find(({ twoCamps }) => twoCamps)!
    const entry = screen
      .getByRole('listitem')
      .filter({ hasText: texts.items[split.item]!.text })
      .filter({ hasText: 'Two camps' })
    await expect.element(entry.first()).toBeInTheDocument()
  })

  it('says why a level is not shown, and prints no figure of it', async () => {
    const { screen, view } = await show(roomOf((level, index) => level !== 0 || index < 3))
    expect(view.size.levels[0]!.showing).toEqual({ shown: false, why: 'too-few' })
    await expect
      .element(screen.getByText(/^Board\. Not shown: fewer than 5 people answered\./).first())
      .toBeInTheDocument()
    for (const row of screen.container.querySelectorAll('.concept tbody tr:nth-child(2)')) {
      expect(row.querySelector('th')!.textContent).toBe('Board')
      expect(row.querySelector('td')!.textContent).not.toMatch(/^\s*\d/)
    }
  })

  it('says that figures are without the few of a level who answered, and only where they can be', async () => {
    const answering = (most: number): KeptWorkshop => {
      const [first] = questionnaire.items
      let top = 0
      const whole = roomOf((level) => level !== null)
      const entries = whole.collected.entries.map((entry) => {
        const cannot = entry.level === 0 && ++top > most
        const answers = questionnaire.items.map(({ id }, at): [string, Answer] => {
          const given = entry.answers[id] ?? 1 + (at % 5)
          return [id, cannot && id === first!.id ? CANT_TELL : given === CANT_TELL ? 3 : given]
        })
        return { ...entry, answers: Object.fromEntries(answers) }
      })
      return { ...whole, collected: { entries, former: [] } }
    }
    const few = await show(answering(3))
    expect(few.screen.container.textContent).toContain(roomTexts.method.leftOut(5))
    await few.screen.unmount()
    const enough = await show(answering(5))
    expect(enough.screen.container.textContent).not.toContain(roomTexts.method.leftOut(5))
  })

  it('says of what the top cannot see that it cannot be told where the top is hidden, and not that there is none', async () => {
    const { screen } = await show(roomOf((level, index) => level !== 0 || index < 3))
    window.dispatchEvent(new Event('beforeprint'))
    const paper = screen.container.querySelector('.paper')!.textContent
    window.dispatchEvent(new Event('afterprint'))
    for (const words of [screen.container.textContent, paper]) {
      expect(words).toContain(roomTexts.sight.cannotTell('Board', 'Shift teams', ['Board', 'Shift teams']))
      expect(words).not.toContain(roomTexts.sight.none('Board', 'Shift teams'))
    }
  })

  it('says that fit cannot be told where no belief is shown', async () => {
    const { view: whole } = await show()
    const lens = whole.lens.map((item) => ({ ...item, heldBy: null, held: null }))
    const view = { ...whole, lens, findings: [] }
    const { workshop } = sample
    const screen = await render(Room, {
      view,
      part: resultPart,
      workshop,
      texts: roomTexts,
    })
    await expect.element(screen.getByText(roomTexts.contradiction.beliefsHidden)).toBeInTheDocument()
    expect(screen.container.textContent).not.toContain(roomTexts.contradiction.none)
  })

  it('shows nothing of a room of four but why', async () => {
    const { screen } = await show(roomOf((_, index) => index < 4))
    await expect.element(screen.getByText(/^Not shown: fewer than 5 people answered\./)).toBeInTheDocument()
    expect(screen.container.querySelectorAll('h2, table, svg, canvas').length).toBe(0)
    expect(screen.getByRole('button').elements()).toEqual([])
  })

  it('calls the sample room simulated, and no other', async () => {
    const { screen } = await show()
    await expect.element(screen.getByText(roomTexts.simulatedNote)).toBeVisible()
    const other = await show(roomOf(() => true))
    expect(other.screen.container.textContent).not.toMatch(/simulated/i)
  })

  it('passes axe with everything opened', async () => {
    const { screen } = await show()
    for (const details of screen.container.querySelectorAll('details')) details.open = true
    expect(await problemsIn(screen.container)).toEqual([])
  })
})

describe('a language that is longer and runs the other way', () => {
  /** Shows the sample room in the pseudo-locale, in a window of this size. */
  async function showLonger(width: number, height: number) {
    await page.viewport(width, height)
    document.documentElement.dir = 'rtl'
    const named = { ...sample.workshop, levels: ['مجلس الإدارة', 'فرق الورديات'] }
    const part = { ...resultPart, texts: lengthenAll(resultPart.texts) }
    const screen = await render(Room, {
      view: viewOf(sample),
      part,
      workshop: named,
      texts: lengthenAll(roomTexts),
    })
    screen.container.style.containerType = 'inline-size'
    return screen
  }
  afterEach(async () => {
    document.documentElement.dir = ''
    await page.viewport(720, 900)
  })

  it('fits what the room sees on a phone, with everything opened', async () => {
    const screen = await showLonger(360, 740)
    for (const details of screen.container.querySelectorAll('details')) details.open = true
    expect(screen.container.querySelector('h2')!.textContent).toContain('⟦')
    await vi.waitFor(() => expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360))
    expect(await problemsIn(screen.container)).toEqual([])
  })

  it('leaves no text about a room behind', async () => {
    const screen = await showLonger(1024, 768)
    const left = [...screen.container.querySelectorAll('*')]
      .filter((element) => element.childElementCount === 0 && /\p{Script=Latin}{3}/u.test(element.textContent))
      // A label of a picture is one text on several lines.
      .map((element) => (element.closest('.target') ?? element).textContent.trim())
      .filter((text) => !text.includes('⟦'))
    // The client's texts, and titles of canonical answers, which are English in
    // every language.
    const own = [`${sample.workshop.name} · ${sample.workshop.client}`, ...resultPart.answers.map(({ title }) => title)]
    expect([...new Set(left)].filter((text) => !own.includes(text))).toEqual([])
  })

  it('shows every step of the presentation whole on a projector', async () => {
    const screen = await showLonger(1280, 720)
    await screen.getByRole('button').first().click()
    const dialog = screen.getByRole('dialog')
    await expect.element(dialog).toBeVisible()
    const next = dialog.getByRole('button').nth(2)
    for (let half = 0; half < 40; half++) {
      await vi.waitFor(() => expect(dialog.element().scrollHeight).toBeLessThanOrEqual(720))
      expect(dialog.element().scrollWidth).toBeLessThanOrEqual(1280)
      if ((next.element() as HTMLButtonElement).disabled) break
      await userEvent.keyboard('{PageDown}')
    }
    await expect.element(next).toBeDisabled()
  })
})

describe('taking a room away', () => {
  it('names the files of a simulated room as such', async () => {
    const { screen, taken } = await takeAway()
    await screen.getByRole('button', { name: 'CSV of what is shown' }).click()
    await vi.waitFor(() => expect(taken.length).toBe(1), LOADING)
    await screen.getByRole('button', { name: 'JSON of what is shown' }).click()
    await vi.waitFor(() => expect(taken.length).toBe(2), LOADING)
    expect(taken.map(({ name }) => name)).toEqual([
      'simulated-room-rehearsal-2026-11-22-1.csv',
      'simulated-room-rehearsal-2026-11-22-1.json',
    ])
  })

  it('hands over a file of what is shown, under the name of the workshop', async () => {
    const { screen, taken } = await takeAway(roomOf(() => true))
    await screen.getByRole('button', { name: 'JSON of what is shown' }).click()
    await vi.waitFor(() => expect(taken.length).toBe(1), LOADING)
    expect(taken[0]).toMatchObject({ name: 'room-rehearsal-2026-11-22-1.json', type: 'application/json' })
  })

  it('begins the report with a page that defines what it names, and leads with what matters most', async () => {
    const { screen, view } = await show(roomOf(() => true))
    window.dispatchEvent(new Event('beforeprint'))
    const summary = screen.container.querySelector('.paper > section')!
    const words = summary.textContent.replaceAll(/[\u2068\u2069]/g, '')
    expect(getComputedStyle(summary).breakAfter).toBe('page')
    for (const { name, about } of Object.values(texts.concepts)) {
      expect(words).toContain(about)
      // Named in the sentence that leads, and defined right below it.
      expect(words.indexOf(about) - words.lastIndexOf(name, words.indexOf(about))).toBeLessThan(name.length + 5)
    }
    expect(words).toContain('“Board” and “Shift teams” see two different pictures')
    const rows = [...summary.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()),
    )
    for (const [index, { difference }] of view.distance.concepts.entries())
      expect(rows[index]!.at(-1)).toMatch(
        new RegExp(`^${difference.shown ? Math.abs(difference.points) : '-'} (points apart|this room cannot tell)`),
      )
    const widest = view.distance.items.find(({ place }) => place === 1)!
    expect(words).toContain(`${texts.items[widest.item]!.text} At least ${widest.atLeast} points.`)
    const split = view.discussFirst.ranked.find(({ place }) => place === 1)!
    expect(words).toContain(`Discuss first: ${texts.items[split.item]!.text}`)
    window.dispatchEvent(new Event('afterprint'))
  })

  it('writes a report for paper that says whose room it is and what is not shown', async () => {
    const { screen, view } = await show()
    window.dispatchEvent(new Event('beforeprint'))
    const paper = screen.container.querySelector('.paper')!.textContent
    expect(paper).toContain('Simulated · Rehearsal · Example plc')
    expect(paper).toContain('24 people took part')
    expect(paper).toMatch(/This holds for: the mean of .?“.?Board.?” on 1 statement\./u)
    expect(paper).not.toContain(roomTexts.paper.nothingHidden)
    const [, unseen] = view.sight.unseenFromTop
    const said = paper.split(texts.items[unseen!]!.text)
    // Once, with the numbers of those who could not tell, and not again under each
    // finding.
    expect(said).toHaveLength(2)
    expect(said[1]).toMatch(/^\s*Board, of 12: 7 · Shift teams, of 12: fewer than 5/)
    expect(paper).toMatch(/\d+\u00a0% “often” or more/)
    expect(paper).toContain('https://')
    window.dispatchEvent(new Event('afterprint'))
    expect(screen.container.querySelector('.paper')).toBeNull()
  })
})

describe('presenting to a room', () => {
  it('defines the concepts where a step first names them', async () => {
    const { screen, dialog } = await present()
    const defined = [...dialog.element().querySelectorAll('dt')].map((term) => [
      term.textContent,
      term.nextElementSibling!.textContent,
    ])
    expect(defined).toEqual(
      questionnaire.concepts.map(({ id }) => [texts.concepts[id]!.name, texts.concepts[id]!.about]),
    )
    await userEvent.keyboard('{PageDown}{PageDown}')
    await position(screen, 2)
    expect(dialog.element().querySelector('dl')).toBeNull()
  })

  it('starts covered with a question, and shows no figure until it is asked to', async () => {
    const { dialog } = await present()
    await expect.element(dialog.getByText(/^Before you look/)).toBeVisible()
    expect(dialog.element().querySelectorAll('.stage svg').length).toBe(0)
    await dialog.getByRole('button', { name: 'Show' }).click()
    await expect.element(dialog.getByRole('img', { name: /^Chart of scores/ })).toBeVisible()
    await expect.element(dialog.getByText('For the room:')).toBeVisible()
    await dialog.getByRole('button', { name: 'Cover again' }).click()
    await expect.element(dialog.getByText(/^Before you look/)).toBeVisible()
    expect(dialog.element().querySelectorAll('.stage svg').length).toBe(0)
  })

  it.each([
    ['{PageDown}', '{PageUp}'],
    ['{ArrowRight}', '{ArrowLeft}'],
    [' ', '{PageUp}'],
  ])('shows and moves on with one key of a clicker, %j, and goes back with %j', async (forward, back) => {
    const { screen, dialog } = await present()
    await position(screen, 1)
    await userEvent.keyboard(forward)
    await expect.element(dialog.getByRole('img', { name: /^Chart of scores/ })).toBeVisible()
    await position(screen, 1)
    await userEvent.keyboard(forward)
    await position(screen, 2)
    await expect.element(dialog.getByText(/^Before you look/)).toBeVisible()
    await userEvent.keyboard(back)
    await position(screen, 1)
    await expect.element(dialog.getByRole('img', { name: /^Chart of scores/ })).toBeVisible()
  })

  it('says of the widest distance in how many pairs one reports more', async () => {
    const { view, dialog } = await present()
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}')
    const widest = view.distance.concepts.toSorted((one, other) => {
      const apart = ({ difference }: typeof one) => (difference.shown ? Math.abs(difference.points) : 0)
      return apart(other) - apart(one)
    })[0]!
    if (!widest.pairs.shown) throw new Error('the sample room shows its pairs')
    const name = texts.concepts[widest.concept]!.name
    const more = 10 - widest.pairs.ofTen
    await expect
      .element(dialog.getByText(new RegExp(`^${name}\\. Take one person from each: in ${more} of 10 pairs`)))
      .toBeVisible()
  })

  it('says nothing of pairs of fewer than ten people', async () => {
    const { dialog } = await present(roomOf((level, index) => level !== 0 || index < 6))
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}')
    await expect.element(dialog.getByRole('img', { name: /^Picture of the distance/ })).toBeVisible()
    expect(dialog.element().querySelector('.stage')!.textContent).not.toContain('of 10 pairs')
  })

  it('keeps a screen reader with what has just come', async () => {
    const { screen, dialog } = await present()
    const title = () => document.activeElement?.querySelector('h2')?.textContent
    expect(title()).toBe('The scores of the room')
    await userEvent.keyboard('{PageDown}{PageDown}')
    await position(screen, 2)
    expect(title()).toBe('The distance')
    expect(dialog.element().contains(document.activeElement)).toBe(true)
  })

  it('leaves with Escape, back to the button that started it', async () => {
    const { screen, dialog } = await present()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(screen.getByRole('button', { name: 'Present to the room' })).toHaveFocus()
  })

  it('ends at the last step', async () => {
    const { dialog } = await present()
    const next = dialog.getByRole('button', { name: 'Next' })
    const [, last] = /of (\d+)/.exec(dialog.element().textContent)!
    for (let press = 0; press < 2 * Number(last) + 3; press++) await userEvent.keyboard('{PageDown}')
    await expect.element(dialog.getByText(`${last} of ${last}`)).toBeVisible()
    await expect.element(next).toBeDisabled()
  })

  it('says simulated on every step, and passes axe on each, covered and shown', async () => {
    const { dialog } = await present()
    const [, last] = /of (\d+)/.exec(dialog.element().textContent)!
    // Of the room beneath, axe would make a tree of three thousand nodes for each of the steps.
    const shown = dialog.element()
    const beneath = [...shown.parentElement!.children].filter((element) => element !== shown)
    for (const element of beneath) element.remove()
    for (let half = 0; half < 2 * Number(last); half++) {
      expect(dialog.element().textContent).toContain('Simulated')
      expect(await problemsIn(dialog.element())).toEqual([])
      await userEvent.keyboard('{PageDown}')
    }
  }, 120_000)

  it('shows every step whole on a projector, also where labels are as long as they may be', async () => {
    await page.viewport(1280, 720)
    const labels = ['Executive board and its direct reports o', 'Everybody who works on shifts and at lin']
    const { dialog } = await present({ ...sample, workshop: { ...sample.workshop, levels: labels } })
    const { clientHeight } = dialog.element()
    expect(clientHeight).toBe(720)
    const [, last] = /of (\d+)/.exec(dialog.element().textContent)!
    for (let half = 0; half < 2 * Number(last); half++) {
      await vi.waitFor(() => expect(dialog.element().scrollHeight).toBeLessThanOrEqual(clientHeight))
      await userEvent.keyboard('{PageDown}')
    }
    await page.viewport(720, 900)
  })

  it('tells a level from the room that is called the same', async () => {
    const named = { ...sample, workshop: { ...sample.workshop, levels: ['The room', 'Work'] } }
    const { screen } = await show(named)
    const groups = [...screen.container.querySelector('.concept table')!.querySelectorAll('tbody th')]
    expect(groups.map((group) => group.textContent)).toEqual(['The room', 'The room', 'Work'])
  })

  /** Moves to the step with a text, and uncovers it. */
  async function stepWith(dialog: Awaited<ReturnType<typeof present>>['dialog'], text: string) {
    for (let press = 0; !dialog.element().textContent.includes(text); press++) {
      if (press > 40) throw new Error(`no step shows "${text}"`)
      await userEvent.keyboard('{PageDown}')
    }
    return dialog.element().querySelector('.stage')!
  }

  it('shows what the room believes, one kind of explanation at a time, before it is held against what it reports', async () => {
    const { dialog, view } = await present()
    const listed = (stage: Element) =>
      [...stage.querySelectorAll('.item')].map((item) => item.firstChild?.textContent?.trim())
    const ofKind = (kind: string) =>
      view.lens.filter((item) => item.kind === kind).map(({ item }) => texts.items[item]!.text)
    expect(listed(await stepWith(dialog, roomTexts.lens.misconception))).toEqual(ofKind('misconception'))
    expect(listed(await stepWith(dialog, roomTexts.lens['system-view']))).toEqual(ofKind('system-view'))
    expect(ofKind('system-view')).toHaveLength(2)

    const finding = view.findings.find(({ part }) => part === 'contradiction')!
    const stage = await stepWith(dialog, roomTexts.contradiction.believed)
    const rests = finding.items.map((item) => texts.items[item]!.text)
    expect(listed(stage).toSorted()).toEqual(rests.toSorted())
    expect(stage.textContent).toContain(roomTexts.contradiction.others)
    // Counted by hand from the printed distribution of the first statement reported beside the belief.
    const reported = view.items.find(({ item }) => finding.items.includes(item))!
    if (!reported.distribution.shown || reported.distribution.is !== 'counts') throw new Error('it is printed')
    const [, , , often = 0, always = 0] = reported.distribution.counts
    const share = Math.round((100 * (often + always)) / reported.distribution.counts.reduce((sum, n) => sum + n, 0))
    expect(share).toBeGreaterThan(49)
    expect(stage.textContent).toContain(`${share}\u00a0% “often” or more`)
  })

  it('says what fits where no belief is at odds with a report', async () => {
    const disagreeing = sample.collected.entries.map((entry) => ({
      ...entry,
      answers: Object.fromEntries(
        questionnaire.items.map(({ id, kind }) => [id, kind === 'misconception' ? 1 : entry.answers[id]!]),
      ),
    }))
    const { dialog, view } = await present({ ...sample, collected: { entries: disagreeing, former: [] } })
    expect(view.findings.filter(({ part }) => part === 'contradiction')).toEqual([])
    await stepWith(dialog, roomTexts.contradiction.none)
  })

  it('shows of each statement the top cannot see how many could not at each level, as far as it is printed', async () => {
    const { dialog, view } = await present()
    const stage = await stepWith(dialog, roomTexts.sight.caption)
    const rows = [...stage.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))
    const printed = view.sight.items.filter(({ item }) => view.sight.unseenFromTop.includes(item))
    const reading = new RoomReading({ view, part: resultPart, workshop: sample.workshop, texts: roomTexts })
    expect(rows).toEqual(
      printed
        .slice(0, 3)
        .map(({ item, levels: counts }) => [
          texts.items[item]!.text,
          ...counts.map((count) => (count.shown ? reading.counted(count) : '–')),
        ]),
    )
    expect(rows.map((row) => row.slice(1))).toContainEqual(['all but 4 at most', 'fewer than 5'])
    const heads = [...stage.querySelectorAll('thead th')].map((head) => head.textContent)
    expect(heads).toEqual([roomTexts.sight.caption, 'Board, of 12', 'Shift teams, of 12'])
  })

  it('prints no count of a level that is hidden, and says why', async () => {
    const { dialog } = await present(roomOf((level, index) => level !== 0 || index < 3))
    const stage = await stepWith(dialog, roomTexts.sight.cannotTell('Board', 'Shift teams', ['Board', 'Shift teams']))
    expect(stage.querySelector('table')).toBeNull()
    expect(stage.textContent).toContain('Board. Not shown: fewer than 5 people answered.')
  })

  it('says what a level expected once: in the headline, and beneath it what that does not say', async () => {
    const { dialog, view } = await present()
    const stage = await stepWith(dialog, 'to see what it sees itself')
    const said = stage.textContent
    const readings = view.guesses![0]!.concepts.flatMap(({ reading }) => (reading.shown ? [reading.reading] : []))
    expect(readings).toContain('sees-itself')
    expect(said.split('to see what it sees itself')).toHaveLength(2)
    expect(said.split('cannot tell whether')).toHaveLength(readings.includes('cannot-tell') ? 2 : 1)
    // What the top sees itself stands beside what it expected and what is reported, and how to read it beneath.
    expect(stage.querySelectorAll('.track circle.own')).toHaveLength(view.guesses![0]!.concepts.length)
    expect(said).toContain(roomTexts.guess.pathCaption('never', 'almost always'))
  })

  it('has the guessed statements numbered to be guessed at, and then each with three marks and what is read of it', async () => {
    const { dialog, view } = await present()
    const [level] = view.guesses!
    const stage = () => dialog.element().querySelector('.stage')!
    const question = roomTexts.guess.each.question('Board', 'Shift teams')
    for (let moves = 0; moves < 40 && !stage().textContent.includes(question); moves++)
      await userEvent.keyboard('{PageDown}')
    const statements = level!.items.map(({ item }) => texts.items[item]!.text)
    expect([...stage().querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual(statements)
    expect(stage().querySelector('.track')).toBeNull()
    await userEvent.keyboard('{PageDown}')
    const { brief, numbered, headline } = roomTexts.guess.each
    const rows = [...stage().querySelectorAll('.row')].slice(0, -1)
    const told = level!.items.map(({ reading }) => (reading?.shown ? reading.reading : null))
    expect(rows.map((row) => [...row.querySelectorAll('.name, .brief')].map((part) => part.textContent))).toEqual(
      statements.map((statement, index) => [numbered(index + 1, statement), brief[told[index]!]]),
    )
    for (const row of rows) expect(row.querySelectorAll('.track :is(circle, text)')).toHaveLength(3)
    const apart = told.filter((one) => one === 'sees-itself' || one === 'expected-less' || one === 'expected-more')
    expect(apart.length).toBeGreaterThan(0)
    expect(stage().textContent).toContain(headline('Board', 'Shift teams', apart.length, 6))
  })

  it('says why where a step has nothing to show', async () => {
    const { dialog } = await present(roomOf((level, index) => level !== 0 || index < 3))
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}')
    await expect.element(dialog.getByText('The distance cannot be shown')).toBeVisible()
    await expect.element(dialog.getByText(/Not shown: fewer than 5 people answered/).first()).toBeVisible()
  })
})

describe('the steps to present', () => {
  it('are each chosen on top of the choice before, however late the device keeps them', async () => {
    const { exporter } = outletOf()
    const onsteps = vi.fn()
    const props = { view: viewOf(sample), part: resultPart, workshop: sample.workshop, texts: roomTexts, exporter }
    // Nothing that is chosen comes back.
    const screen = await render(Room, { ...props, onsteps })
    await screen.getByText(roomTexts.steps.title).click()
    const boxes = screen.getByRole('checkbox')
    await boxes.nth(0).click()
    await boxes.nth(1).click()
    const [last] = onsteps.mock.lastCall as [readonly { readonly isShown: boolean }[]]
    expect(last.slice(0, 3).map(({ isShown }) => isShown)).toEqual([false, false, true])
    await screen.getByRole('button', { name: roomTexts.steps.down }).first().click()
    const [moved] = onsteps.mock.lastCall as [readonly { readonly isShown: boolean }[]]
    expect(moved.filter(({ isShown }) => !isShown)).toHaveLength(2)
  })

  it('are said to have moved once the device keeps them, so that a page that is left then opens so', async () => {
    let keep = () => {}
    const kept = new Promise<void>((done) => (keep = done))
    const props = { view: viewOf(sample), part: resultPart, workshop: sample.workshop, texts: roomTexts }
    const screen = await render(Room, { ...props, onsteps: () => kept })
    await screen.getByText(roomTexts.steps.title).click()
    await screen.getByRole('button', { name: roomTexts.steps.down }).first().click()
    await expect.element(screen.getByRole('button', { name: roomTexts.steps.down }).nth(1)).toHaveFocus()
    expect(screen.container.textContent).not.toContain('is now step 2.')
    keep()
    await expect.element(screen.getByText('is now step 2.')).toBeInTheDocument()
  })
})
