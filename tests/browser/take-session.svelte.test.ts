import type { Clock } from '../../src/core/ports.ts'
import takePart from 'questionnaire:take/execution-gaps/en'
import { render } from 'vitest-browser-svelte'
import { describe, expect, it } from 'vitest'
import { takeTexts } from '../../src/ui/locales/en/take.ts'
import { OWN_KEYS } from '../../src/ui/parts/own-keys.ts'
import { KeptRun } from '../../src/ui/take/kept-run.ts'
import { TakeSession } from '../../src/ui/take/take-session.svelte.ts'
import { MemoryDevice, StandingClock } from '../fixtures/memory-device.ts'
import ScreenOnPage from './ScreenOnPage.svelte'

const open = (device: MemoryDevice, clock: Clock = new StandingClock()) =>
  new TakeSession(takePart, new KeptRun(takePart, device.tab()), clock)
/** Waits for the writes at the end of a task. */
const settled = () => Promise.resolve()
const ids = takePart.items.map(({ id }) => id)
const current = (session: TakeSession) => (session.place.on === 'item' ? session.place.item : session.place.on)

describe('a run', () => {
  it('goes from the vantage through the items in order to the result', () => {
    const session = open(new MemoryDevice())
    expect(current(session)).toBe('vantage')
    session.chooseVantage('senior')
    session.moveOn()
    for (const id of ids) {
      expect(current(session)).toBe(id)
      session.answer(id, 3)
      session.moveOn()
    }
    expect(current(session)).toBe('result')
    expect(session.completedOn).toBe('2026-11-22')
  })

  it('leads to the list where something was left out', () => {
    const session = open(new MemoryDevice())
    session.moveOn()
    for (const id of ids) {
      if (id !== ids[4]) session.answer(id, 3)
      session.moveOn()
    }
    expect(current(session)).toBe('list')
    expect(session.unanswered).toBe(1)
  })

  it('goes on with what is unanswered after a jump, and to the result with the last of it', () => {
    const session = open(new MemoryDevice())
    session.moveOn()
    for (const id of ids) {
      if (id !== ids[4] && id !== ids[20]) session.answer(id, 3)
      session.moveOn()
    }
    session.jumpTo(ids[4]!)
    session.answer(ids[4]!, 1)
    session.moveOn()
    expect(current(session)).toBe(ids[20])
    session.answer(ids[20]!, 1)
    session.moveOn()
    expect(current(session)).toBe('result')
  })

  it('goes back step by step as far as the vantage, and keeps every answer', () => {
    const session = open(new MemoryDevice())
    session.moveOn()
    session.answer(ids[0]!, 5)
    session.moveOn()
    session.moveBack()
    expect(session.answerOf(ids[0]!)).toBe(5)
    session.moveBack()
    expect(current(session)).toBe('vantage')
  })

  it('times an item up to its first answer, and no longer than a minute', () => {
    const clock = new StandingClock()
    const session = open(new MemoryDevice(), clock)
    session.moveOn()
    clock.time += 4000
    session.answer(ids[0]!, 5)
    clock.time += 9000
    session.answer(ids[0]!, 4)
    session.moveOn()
    clock.time += 3_600_000
    session.answer(ids[1]!, 4)
    expect(session.response.secondsPerItem).toBe((4 + 60) / 2)
  })
})

describe('keeping', () => {
  it('writes once for an answer and the move after it', async () => {
    const device = new MemoryDevice()
    const session = open(device)
    session.moveOn()
    await settled()
    const before = device.writes
    session.answer(ids[0]!, 5)
    session.moveOn()
    await settled()
    expect(device.writes).toBe(before + 1)
  })

  it.each(['unavailable', 'full'] as const)('tells once that storage is %s, and loses nothing', async (failure) => {
    const device = new MemoryDevice()
    const session = open(device)
    device.failure = failure
    session.moveOn()
    await settled()
    expect(session.notices).toEqual([failure])
    session.dismiss(failure)
    session.answer(ids[0]!, 5)
    session.moveOn()
    await settled()
    expect(session.notices).toEqual([])
    expect(session.answerOf(ids[0]!)).toBe(5)
  })

  it('keeps again as soon as storage works again', async () => {
    const device = new MemoryDevice()
    const session = open(device)
    device.failure = 'full'
    session.answer(ids[0]!, 5)
    await settled()
    device.failure = null
    session.answer(ids[1]!, 4)
    await settled()
    expect(open(device).answerOf(ids[0]!)).toBe(5)
  })
})

describe('two tabs', () => {
  it('see each other’s answers, and each is told once', async () => {
    const device = new MemoryDevice()
    const first = open(device)
    const second = open(device)
    first.answer(ids[0]!, 5)
    await settled()
    second.answer(ids[1]!, 2)
    await settled()
    first.answer(ids[2]!, 3)
    await settled()
    for (const session of [first, second]) {
      expect([ids[0]!, ids[1]!, ids[2]!].map((id) => session.answerOf(id))).toEqual([5, 2, 3])
      expect(session.notices).toEqual(['second-tab'])
      session.dismiss('second-tab')
    }
    second.answer(ids[3]!, 1)
    await settled()
    expect(first.notices).toEqual([])
  })

  it('keep a run together even where a change went unheard', async () => {
    const device = new MemoryDevice()
    const first = open(device)
    first.answer(ids[0]!, 5)
    await settled()
    const [key, kept] = [...device.kept][0]!
    const theirs = JSON.parse(kept)
    theirs.answers[ids[5]!] = 2
    device.kept.set(key, JSON.stringify(theirs))
    first.answer(ids[1]!, 4)
    await settled()
    expect([ids[0]!, ids[1]!, ids[5]!].map((id) => first.answerOf(id))).toEqual([5, 4, 2])
  })

  it('leave one its answers when the other starts again, and keep the new run', async () => {
    const device = new MemoryDevice()
    const clock = new StandingClock()
    const first = open(device, clock)
    first.chooseVantage('senior')
    first.answer(ids[0]!, 5)
    await settled()
    const second = open(device, clock)
    clock.time += 1000
    second.startAgain()
    expect(first.answerOf(ids[0]!)).toBe(5)
    expect(first.notices).toEqual(['removed-elsewhere'])
    second.chooseVantage('close')
    second.answer(ids[0]!, 1)
    await settled()
    expect(first.notices).toContain('begun-elsewhere')
    first.answer(ids[3]!, 2)
    await settled()
    expect([first.answerOf(ids[0]!), first.answerOf(ids[3]!), first.isKept]).toEqual([5, 2, false])
    expect([second.answerOf(ids[0]!), second.answerOf(ids[3]!), second.vantage]).toEqual([1, undefined, 'close'])
    const later = open(device, clock)
    expect([later.answerOf(ids[0]!), later.answerOf(ids[3]!), later.vantage]).toEqual([1, undefined, 'close'])
  })

  it('do not bring back what was thrown away', async () => {
    const device = new MemoryDevice()
    const clock = new StandingClock()
    const first = open(device, clock)
    first.answer(ids[0]!, 5)
    await settled()
    const second = open(device, clock)
    second.startAgain()
    first.answer(ids[1]!, 4)
    await settled()
    expect(second.answerOf(ids[0]!)).toBeUndefined()
    clock.time += 1000
    second.answer(ids[2]!, 3)
    await settled()
    expect([ids[0]!, ids[1]!, ids[2]!].map((id) => open(device, clock).answerOf(id))).toEqual([undefined, undefined, 3])
  })

  it('are both at the start once everything was deleted, and keep only what is answered then', async () => {
    const device = new MemoryDevice()
    const first = open(device)
    first.chooseVantage('senior')
    first.answer(ids[0]!, 5)
    await settled()
    device.tab().removeAll(OWN_KEYS)
    await settled()
    expect([first.place.on, first.answerOf(ids[0]!), first.vantage, first.notices]).toEqual([
      'vantage',
      undefined,
      null,
      [],
    ])
    expect(device.kept.size).toBe(0)
    first.answer(ids[1]!, 2)
    await settled()
    expect([ids[0]!, ids[1]!].map((id) => open(device).answerOf(id))).toEqual([undefined, 2])
  })

  it('never write over a run that a later release keeps, nor remove it', async () => {
    const device = new MemoryDevice()
    const first = open(device)
    first.answer(ids[0]!, 5)
    await settled()
    const [key] = [...device.kept.keys()]
    const later = JSON.stringify({ format: 2 })
    device.tab().write(key!, later)
    expect(first.notices).toEqual(['later-format'])
    first.answer(ids[1]!, 4)
    await settled()
    expect([first.isKept, device.kept.get(key!)]).toEqual([false, later])
    first.startAgain()
    expect(device.kept.get(key!)).toBe(later)
    expect(open(device).notices).toEqual(['later-format'])
  })

  it('share a run that one of them began while the other was still empty', async () => {
    const device = new MemoryDevice()
    const first = open(device)
    const second = open(device)
    first.answer(ids[0]!, 5)
    await settled()
    expect(second.answerOf(ids[0]!)).toBe(5)
    second.answer(ids[1]!, 2)
    await settled()
    expect(first.answerOf(ids[1]!)).toBe(2)
  })
})

describe('throwing a run away', () => {
  it('says so where the device will not let go of it', async () => {
    const device = new MemoryDevice()
    const session = open(device)
    session.answer(ids[0]!, 5)
    await settled()
    device.removable = false
    session.startAgain()
    expect(session.notices).toEqual(['not-removed'])
    expect(session.answerOf(ids[0]!)).toBeUndefined()
  })
})

describe('what was kept in part', () => {
  it('is not greeted as whole', () => {
    const device = new MemoryDevice()
    device.kept.set(
      'leadership-diagnostic.run.execution-gaps',
      JSON.stringify({
        format: 1,
        questionnaire: takePart.id,
        version: takePart.version,
        answers: 'gone',
        place: 'list',
      }),
    )
    expect(open(device).notices).toEqual(['unreadable'])
  })
})

describe('the vantage', () => {
  it('leads back to the list when it was changed from there', () => {
    const session = open(new MemoryDevice())
    session.moveOn()
    session.answer(ids[0]!, 5)
    session.showList()
    session.showVantage()
    session.chooseVantage('close')
    session.moveOn()
    expect(current(session)).toBe('list')
  })
})

describe('the day of a result', () => {
  it('is the day its answers were complete', () => {
    const session = open(new MemoryDevice())
    session.showResult()
    expect(session.completedOn).toBe('2026-11-22')
    session.answer(ids[0]!, 5)
    expect(session.completedOn).toBeNull()
  })
})

describe('a questionnaire that lacks the language of the page', () => {
  const shown = async (screen: 'first' | 'in an article' | 'statement', language?: string) => {
    const session = open(new MemoryDevice())
    session.speak({ ...takePart, ...(language ? { language } : {}) })
    if (screen === 'statement') session.jumpTo(ids[0]!)
    return (await render(ScreenOnPage, { screen, session, texts: takeTexts })).container
  }
  const { title, question, lead, items, scales } = takePart
  const { stem, options, cantTell } = scales[items[0]!.scale]!
  const words = [stem, items[0]!.text, ...options, cantTell]

  it.each([
    ['first', [title, question, lead]],
    ['in an article', [title, ...words]],
    ['statement', words],
  ] as const)('is read out in its own, and what is said around it in that of the page: %s', async (screen, own) => {
    const page = await shown(screen, 'xx')
    /** The language of the element that a text stands in. */
    const languages = (wanted: (text: string) => boolean) => {
      const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
      const found: (string | undefined)[] = []
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        if (
          text.textContent?.trim() &&
          !text.parentElement?.closest('[aria-hidden], kbd') &&
          wanted(text.textContent.trim())
        )
          found.push(text.parentElement?.closest<HTMLElement>('[lang]')?.lang)
      return found
    }
    const isOwn = (text: string) => (own as readonly string[]).includes(text)
    expect(languages(isOwn)).toEqual(own.map(() => 'xx'))
    expect(languages((text) => !isOwn(text))).not.toContain('xx')
  })

  it('is the only one that is marked', async () => {
    expect((await shown('statement')).querySelectorAll('[lang]')).toHaveLength(0)
  })
})
