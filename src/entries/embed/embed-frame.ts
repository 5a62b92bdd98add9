import type { FromFrame, FromHost } from './frame-messages.ts'
import { schemeByText } from './scheme-by-text.ts'

// For the page around a frame: sizes each frame to its content, passes the colour
// scheme in and the events out.
const MARK = 'leadership-diagnostic'
const dark = matchMedia('(prefers-color-scheme: dark)')
const schemes = new WeakMap<HTMLIFrameElement, FromHost['scheme']>()
/** The frames that this copy of the script handles; another copy leaves them alone. */
const own = new WeakSet<HTMLIFrameElement>()
const TAKEN = 'looked-after'

function frames(): HTMLIFrameElement[] {
  return [...document.querySelectorAll<HTMLIFrameElement>(`iframe[data-${MARK}]`)].filter((frame) => {
    if (own.has(frame)) return true
    if (frame.getAttribute(`data-${MARK}`) === TAKEN) return false
    own.add(frame)
    // Set once: this script observes attributes, and setting one on each change
    // would never end.
    frame.setAttribute(`data-${MARK}`, TAKEN)
    return true
  })
}

/**
 * Some pages set a frame's address only when it comes into view. A frame without an origin of its own is known by
 * its window alone.
 */
function originOf({ src, sandbox }: HTMLIFrameElement): string {
  if (sandbox.length > 0 && !sandbox.contains('allow-same-origin')) return 'null'
  return src.startsWith('http') ? new URL(src).origin : ''
}

/** The colour scheme of the page around the frame, which may differ from the reader's system preference. */
function schemeOf(frame: HTMLIFrameElement): FromHost['scheme'] {
  const said = frame.dataset['scheme'] ?? schemeByText(frame) ?? getComputedStyle(frame).colorScheme
  return /dark/.test(said) && (!/light/.test(said) || dark.matches) ? 'dark' : 'light'
}

function greet(frame: HTMLIFrameElement): void {
  const scheme = schemeOf(frame)
  schemes.set(frame, scheme)
  const message: FromHost = { mark: MARK, says: 'host', scheme }
  // To any origin: the message is no secret, and a frame that has not loaded yet
  // has another origin, for which browsers would report an error.
  frame.contentWindow?.postMessage(message, '*')
}

/** Pages change their colours by an attribute of their own, or with the system's. */
function greetAnew(): void {
  for (const frame of frames()) if (schemes.get(frame) !== schemeOf(frame)) greet(frame)
}

const watching = new MutationObserver(greetAnew)
const watch = (element: Element) => watching.observe(element, { attributes: true })

addEventListener('message', ({ data, origin, source, ports: [answer] }: MessageEvent<FromFrame | null>) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source)
  if (!frame || origin !== originOf(frame) || data?.mark !== MARK) return
  if (data.says === 'hello') {
    watch(frame)
    greet(frame)
  } else if (data.says === 'height') frame.style.height = `${data.height}px`
  else if (data.says === 'top') {
    if (frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
  } else if (data.says.startsWith('diagnostic-')) {
    const event = new CustomEvent(data.says, { detail: data.detail, bubbles: !answer, cancelable: !!answer })
    const isTaken = !frame.dispatchEvent(event)
    answer?.postMessage(isTaken, [])
  }
})
dark.addEventListener('change', greetAnew)
for (const element of [document.documentElement, document.body, ...frames()]) watch(element)
frames().forEach(greet)
