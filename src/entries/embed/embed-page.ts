import { ATTRIBUTE_NAMES, EVENTS } from '../../ui/embed/contract.ts'
import { LeadershipDiagnostic } from './embed.ts'
import type { FramedBy } from './hand-off.ts'
import { MARK, type FromFrame, type FromHost } from './frame-messages.ts'
import '../../styles/embed-page.css'

/** How long to wait for the host page's greeting, where it is to get something, and for its answers, in milliseconds. */
const PATIENCE = 2000

/**
 * Attributes that lead elsewhere. Only a page that may frame this one may set them,
 * not whoever writes a link to it.
 */
const OF_A_HOST: readonly string[] = [
  'page',
  'action-label',
  'action-href',
  'result-page',
  'share-scores',
  'hand-off-purpose',
  'hand-off-to',
]

/** Of these, what needs a page that has made itself known. */
const OF_A_KNOWN_HOST: readonly string[] = ['share-scores', 'hand-off-purpose']

const { documentElement: root } = document
const query = new URLSearchParams(location.search)
const isFramed = parent !== window

/**
 * The origin of the host page, once it has sent its greeting. Messages go to no
 * other origin, and wait until then.
 */
let host: string | null = null
let waiting: FromFrame[] = []
let element: LeadershipDiagnostic | null = null

function tell(message: FromFrame): void {
  if (host !== null) parent.postMessage(message, host)
  else if (isFramed) waiting.push(message)
}

const isFromHost = (data: unknown): data is FromHost =>
  typeof data === 'object' &&
  data !== null &&
  'mark' in data &&
  data.mark === MARK &&
  'says' in data &&
  data.says === 'host'

function tellHeight(): void {
  const height = element ? Math.ceil(element.getBoundingClientRect().height) : 0
  // Until there is content, the frame keeps the height that its host gave it.
  if (host !== null && height > 0) tell({ mark: MARK, says: 'height', height })
}

/** Every screen begins with its heading, which takes focus when the reader arrives. */
function tellTop(event: Event): void {
  const [target] = event.composedPath()
  if (target instanceof HTMLHeadingElement) tell({ mark: MARK, says: 'top' })
}

/** The host page at this origin, which answers on a channel of its own whether a listener there has taken it. */
const hostAt = (origin: string): FramedBy => ({
  origin,
  host: new URL(origin).host,
  tell: (says, detail) =>
    new Promise((resolve) => {
      if (origin !== host) return resolve(false)
      const { port1, port2 } = new MessageChannel()
      const end = (isTaken: boolean) => {
        port1.close()
        resolve(isTaken)
      }
      port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => end(data === true))
      port1.start()
      setTimeout(() => end(false), PATIENCE)
      const message: FromFrame = { mark: MARK, says, detail }
      parent.postMessage(message, origin, [port2])
    }),
})

function begin(): void {
  if (element) return
  element = new LeadershipDiagnostic(
    hostAt(host ?? location.origin),
    // The script is in the assets folder; the diagnostic's own page is beside this
    // page.
    new URL('./', location.href).href,
  )
  for (const name of ATTRIBUTE_NAMES) {
    const value = query.get(name)
    if (value === null || (!isFramed && OF_A_HOST.includes(name))) continue
    if (host !== null || !OF_A_KNOWN_HOST.includes(name)) element.setAttribute(name, value)
  }
  // A frame is a page of its own.
  if (!query.has('heading-level')) element.setAttribute('heading-level', '1')
  // Frames with the same address share a run; one with another address has a run of
  // its own.
  if (!query.has('keep-as')) element.setAttribute('keep-as', location.search || '?')
  for (const name of EVENTS)
    element.addEventListener(name, (event) =>
      tell({ mark: MARK, says: name, detail: (event as CustomEvent<unknown>).detail }),
    )
  element.addEventListener('focusin', tellTop)
  document.body.append(element)
  new ResizeObserver(tellHeight).observe(element)
  element.open()
}

addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  // A page without an origin cannot be sent messages.
  if (!isFramed || source !== parent || origin === 'null' || !isFromHost(data)) return
  if (host !== null && origin !== host) return
  const isNew = host === null
  host = origin
  root.dataset['sized'] = ''
  root.dataset['scheme'] = data.scheme === 'dark' ? 'dark' : 'light'
  begin()
  if (!isNew) return
  for (const message of waiting) tell(message)
  waiting = []
  tellHeight()
})

if (isFramed) {
  const hello: FromFrame = { mark: MARK, says: 'hello' }
  parent.postMessage(hello, '*')
}
if (isFramed && OF_A_KNOWN_HOST.some((name) => query.has(name))) setTimeout(begin, PATIENCE)
else begin()
root.dataset['ready'] = ''
