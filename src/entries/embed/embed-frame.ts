import type { FromFrame, FromHost } from './frame-messages.ts'
import { schemeByText } from './scheme-by-text.ts'

// For the page around a frame: sizes each to its content, passes the colour scheme in and the events out.
const MARK = 'leadership-diagnostic'
const dark = matchMedia('(prefers-color-scheme: dark)')
const schemes = new WeakMap<HTMLIFrameElement, FromHost['scheme']>()
/** Looked after by this copy of the script; another leaves them alone. */
const own = new WeakSet<HTMLIFrameElement>()
const TAKEN = 'looked-after'

function frames(): HTMLIFrameElement[] {
  return [...document.querySelectorAll<HTMLIFrameElement>(`iframe[data-${MARK}]`)].filter((frame) => {
    if (own.has(frame)) return true
    if (frame.getAttribute(`data-${MARK}`) === TAKEN) return false
    own.add(frame)
    // Once: what changes an attribute each time it is told of a change is told for ever, and the page stands still.
    frame.setAttribute(`data-${MARK}`, TAKEN)
    return true
  })
}

/** Some pages give a frame its address only when it comes into view. */
const originOf = ({ src }: HTMLIFrameElement) => (src.startsWith('http') ? new URL(src).origin : '')

/** What the page shows around the frame, which is not always what the reader's system prefers. */
function schemeOf(frame: HTMLIFrameElement): FromHost['scheme'] {
  const said = frame.dataset['scheme'] ?? schemeByText(frame) ?? getComputedStyle(frame).colorScheme
  const [isLight, isDark] = [said.includes('light'), said.includes('dark')]
  return isDark && (!isLight || dark.matches) ? 'dark' : 'light'
}

function greet(frame: HTMLIFrameElement): void {
  const scheme = schemeOf(frame)
  schemes.set(frame, scheme)
  const message: FromHost = { mark: MARK, says: 'host', scheme }
  // To anybody: it is no secret, and a frame that has not loaded yet is of another origin, of which browsers complain.
  frame.contentWindow?.postMessage(message, '*')
}

/** Pages change their colours by an attribute of their own, or by the system's. */
function greetAnew(): void {
  for (const frame of frames()) if (schemes.get(frame) !== schemeOf(frame)) greet(frame)
}

const watching = new MutationObserver(greetAnew)
const watch = (element: Element) => watching.observe(element, { attributes: true })

addEventListener('message', ({ data, origin, source }: MessageEvent<FromFrame | null>) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source)
  if (!frame || origin !== originOf(frame) || data?.mark !== MARK) return
  if (data.says === 'hello') {
    watch(frame)
    greet(frame)
  } else if (data.says === 'height') frame.style.height = `${data.height}px`
  else if (data.says === 'top') {
    if (frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
  } else if (data.says.startsWith('diagnostic-'))
    frame.dispatchEvent(new CustomEvent(data.says, { detail: data.detail, bubbles: true }))
})
dark.addEventListener('change', greetAnew)
for (const element of [document.documentElement, document.body, ...frames()]) watch(element)
frames().forEach(greet)
