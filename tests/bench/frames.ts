// Watches the frames of pages, and finds out from traces what they waited for.
import type { Browser, BrowserContext } from 'playwright-core'

/** In milliseconds: a frame that takes longer is marked in traces. */
const LATE = 50

/** What a page has seen since it was last asked, in milliseconds. */
export interface Seen {
  readonly frames: readonly number[]
  readonly tasks: readonly number[]
}

/** Notes the frames and long tasks of every page from its start. */
export async function watchFrames(context: Pick<BrowserContext, 'addInitScript'>): Promise<void> {
  // A helper that tsx writes into functions, which the page does not have.
  await context.addInitScript('globalThis.__name = (one) => one')
  await context.addInitScript((late) => {
    const seen = { frames: [] as number[], tasks: [] as number[] }
    Object.assign(globalThis, { seen })
    let last = performance.now()
    const frame = (now: number) => {
      const took = now - last
      seen.frames.push(took)
      if (took > late) performance.mark(`late frame ${took} ${performance.now() - now}`)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
  }, LATE)
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** How long its thread was at work for it, in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The categories of a trace in which this is found. */
export const CATEGORIES = ['toplevel', 'blink.user_timing']

/** What a trace tells, in milliseconds. */
export interface Traced {
  /** The most that one task of the page kept the processor busy: what else runs beside it does not count. */
  readonly atWork: number
  /** The longest task of the page by the clock. */
  readonly byClock: number
  /** The frames that took longest: how long, and what each thread did in them, the busiest first. */
  readonly late: readonly { readonly took: number; readonly threads: readonly Busy[] }[]
}

/** A thread in one frame: how long its tasks lasted, and how long it had a processor. */
interface Busy {
  readonly thread: string
  readonly byClock: number
  readonly atWork: number
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

export function readTrace(trace: Buffer): Traced {
  const { traceEvents: all } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const names = new Map<string, string>()
  const processes = new Map<number, string>()
  for (const event of all) {
    if (event.name === 'thread_name') names.set(threadOf(event), event.args?.name ?? '')
    if (event.name === 'process_name') processes.set(event.pid, event.args?.name ?? '')
  }
  const isTask = ({ name, ph, dur }: TraceEvent) => ph === 'X' && dur !== undefined && name.endsWith('RunTask')
  const tasks = all.filter(isTask)
  const own = tasks.filter((task) => names.get(threadOf(task)) === 'CrRendererMain')
  const late = all.flatMap((event) => {
    const [, took, lag] = /^late frame ([\d.]+) (-?[\d.]+)$/.exec(event.name) ?? []
    if (took === undefined || lag === undefined) return []
    const end = event.ts - Number(lag) * 1000
    return [{ took: Number(took), threads: busyIn(end - Number(took) * 1000, end) }]
  })
  function busyIn(from: number, to: number): Busy[] {
    const within = tasks.flatMap((task) => {
      const dur = task.dur ?? 0
      const shared = Math.min(to, task.ts + dur) - Math.max(from, task.ts)
      if (shared <= 0) return []
      const thread = `${processes.get(task.pid) ?? ''} ${names.get(threadOf(task)) ?? ''}`
      return [{ thread, byClock: shared / 1000, atWork: ((task.tdur ?? 0) * shared) / Math.max(1, dur) / 1000 }]
    })
    return [...new Set(within.map(({ thread }) => thread))]
      .map((thread) => within.filter((one) => one.thread === thread))
      .map((ones) => ({
        thread: ones[0]!.thread,
        byClock: sum(ones.map((one) => one.byClock)),
        atWork: sum(ones.map((one) => one.atWork)),
      }))
      .toSorted((one, other) => other.byClock - one.byClock)
  }
  return {
    atWork: own.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0),
    byClock: own.reduce((most, { dur = 0 }) => Math.max(most, dur / 1000), 0),
    late: late.toSorted((one, other) => other.took - one.took),
  }
}

/** In words: the longest frame of a trace, and the threads that were busy in it. */
export function describeLate({ late: [worst] }: Traced): string {
  if (!worst) return ''
  const threads = worst.threads
    .filter(({ byClock }) => byClock > worst.took / 10)
    .slice(0, 4)
    .map(({ thread, byClock, atWork }) => `${thread} ${byClock.toFixed(0)} ms, at work ${atWork.toFixed(0)}`)
  return `in the frame of ${worst.took.toFixed(0)} ms: ${threads.join('; ') || 'nothing'}`
}

/** How long the floor is measured, in milliseconds. */
const FLOOR = 6000

/**
 * The floor: the longest frames of a page that does nothing, beside nothing, beside a
 * worker that reads and writes JSON, and beside such a worker while slices are written
 * to a database. What they are late by is the machine's doing and no page's.
 */
export async function measureFloor(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext()
  await watchFrames(context)
  for (const beside of ['nothing', 'a worker', 'a worker and a database'] as const) {
    const page = await context.newPage()
    // An empty page, which may start any worker.
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Floor' }))
    await page.goto(address)
    await page.evaluate(
      async ({ kind, time }) => {
        const busy = `const rows = Array.from({ length: 2000 }, (_, at) => ({ id: at, answers: Array.from({ length: 40 }, (_, n) => (at + n) % 5) }))
          for (const end = Date.now() + ${time}; Date.now() < end; ) JSON.parse(JSON.stringify(rows))`
        const script = URL.createObjectURL(new Blob([busy], { type: 'text/javascript' }))
        const worker = kind === 'nothing' ? null : new Worker(script)
        const seen = (globalThis as unknown as { seen: { frames: number[] } }).seen
        seen.frames.length = 0
        const end = Date.now() + time
        if (kind === 'a worker and a database') {
          const opening = indexedDB.open('floor')
          opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('all'))
          await new Promise((resolve) => opening.addEventListener('success', resolve))
          for (let key = 0; Date.now() < end;) {
            const transaction = opening.result.transaction('all', 'readwrite', { durability: 'strict' })
            for (const last = key + 250; key < last; key++) transaction.objectStore('all').put('x'.repeat(600), key)
            await new Promise((resolve) => transaction.addEventListener('complete', resolve))
          }
          opening.result.close()
          indexedDB.deleteDatabase('floor')
        } else await new Promise((resolve) => setTimeout(resolve, time))
        worker?.terminate()
      },
      { kind: beside, time: FLOOR },
    )
    const { frames } = await seenBy(page)
    const longest = frames.toSorted((one, other) => other - one).slice(0, 3)
    console.log(`floor, beside ${beside}: longest frames ${longest.map((one) => one.toFixed(0)).join(' ')} ms`)
    await page.close()
  }
  await context.close()
}

/** What a page has seen, which it forgets. */
export const seenBy = (page: { evaluate: <T>(act: () => T) => Promise<T> }): Promise<Seen> =>
  page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { frames: number[]; tasks: number[] } }
    const now = { frames: [...seen.frames], tasks: [...seen.tasks] }
    seen.frames.length = 0
    seen.tasks.length = 0
    return now
  })
