import type { FromFrame, FromHost } from './frame-messages.ts'

// For the page around a frame: sizes each to its content, passes the colour scheme in and the events out.
const MARK = 'leadership-diagnostic'
const dark = matchMedia('(prefers-color-scheme: dark)')
const frames = () => [...document.querySelectorAll<HTMLIFrameElement>(`iframe[data-${MARK}]`)]
const originOf = ({ src }: HTMLIFrameElement) => new URL(src).origin

/** What the page shows around the frame, which is not always what the reader's system prefers. */
function schemeOf(frame: HTMLIFrameElement): FromHost['scheme'] {
  const said = frame.dataset['scheme'] ?? getComputedStyle(frame).colorScheme
  const [isLight, isDark] = [said.includes('light'), said.includes('dark')]
  return isDark && (!isLight || dark.matches) ? 'dark' : 'light'
}

function greet(frame: HTMLIFrameElement): void {
  const message: FromHost = { mark: MARK, says: 'host', scheme: schemeOf(frame) }
  frame.contentWindow?.postMessage(message, originOf(frame))
}

addEventListener('message', ({ data, origin, source }: MessageEvent<FromFrame | null>) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source)
  if (!frame || origin !== originOf(frame) || data?.mark !== MARK) return
  if (data.says === 'hello') greet(frame)
  else if (data.says === 'height') frame.style.height = `${data.height}px`
  else if (data.says === 'top') {
    if (frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
  } else frame.dispatchEvent(new CustomEvent(data.says, { detail: data.detail, bubbles: true }))
})
dark.addEventListener('change', () => frames().forEach(greet))
frames().forEach(greet)
