import { LeadershipDiagnostic } from './embed.ts'
import { ATTRIBUTES, EVENTS } from './embed-options.ts'
import { MARK, type FromFrame, type FromHost } from './frame-messages.ts'
import '../styles/embed-page.css'

/** How long to wait for the page around the frame to make itself known, where it is to get scores. */
const PATIENCE = 2000

const { documentElement: root } = document
const query = new URLSearchParams(location.search)

/** The page around the frame, once it has made itself known. Nothing goes to anybody else. */
let host: string | null = null

function tell(message: FromFrame): void {
  if (host !== null) parent.postMessage(message, host)
}

const isFromHost = (data: unknown): data is FromHost =>
  typeof data === 'object' &&
  data !== null &&
  'mark' in data &&
  data.mark === MARK &&
  'says' in data &&
  data.says === 'host'

const element = new LeadershipDiagnostic()
for (const name of ATTRIBUTES) {
  const value = query.get(name)
  if (value !== null && name !== 'share-scores') element.setAttribute(name, value)
}
// A frame of the same address goes on where the reader left off; one of another is another run.
if (!query.has('keep-as')) element.setAttribute('keep-as', location.search)
for (const name of EVENTS)
  element.addEventListener(name, (event) =>
    tell({ mark: MARK, says: name, detail: (event as CustomEvent<unknown>).detail }),
  )

const tellHeight = () => tell({ mark: MARK, says: 'height', height: Math.ceil(element.getBoundingClientRect().height) })
new ResizeObserver(tellHeight).observe(element)

let begun = false
function begin(): void {
  if (begun) return
  begun = true
  if (query.has('share-scores') && host !== null) {
    element.recipient = new URL(host).host
    element.setAttribute('share-scores', '')
  }
  document.body.append(element)
  element.open()
}

addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  if (source !== parent || !isFromHost(data)) return
  host ??= origin
  if (origin !== host) return
  root.dataset['sized'] = ''
  root.dataset['scheme'] = data.scheme === 'dark' ? 'dark' : 'light'
  begin()
  tellHeight()
})

if (parent === window) begin()
else {
  const hello: FromFrame = { mark: MARK, says: 'hello' }
  parent.postMessage(hello, '*')
  if (query.has('share-scores')) setTimeout(begin, PATIENCE)
  else begin()
}
