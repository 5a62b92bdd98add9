/** The address of the page, and the files that were built with it. */
export interface Site {
  /** With a slash at its end. */
  readonly address: string
  readonly version: string
  /** The self-contained file, and its integrity hash for hosts. */
  readonly standalone: string
  readonly integrity: string
}

export const WAYS = ['latest', 'pinned', 'whole', 'frame'] as const
export type Way = (typeof WAYS)[number]

/** Attributes as a host writes them; an empty value is a bare attribute. */
export type Written = readonly (readonly [name: string, value: string])[]

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const attributesOf = (written: Written) =>
  written.map(([name, value]) => (value === '' ? name : `${name}="${escaped(value)}"`))

/** A start tag, on one line where it is short. */
function startTag(name: string, attributes: readonly string[]): string {
  const line = `<${[name, ...attributes].join(' ')}>`
  return line.length <= 80 ? line : `<${name}\n  ${attributes.join('\n  ')}\n>`
}

export const scriptOf = ({ address, version, standalone, integrity }: Site, way: Exclude<Way, 'frame'>): string =>
  ({
    latest: `<script type="module" src="${address}embed.js"></script>`,
    pinned: `<script type="module" src="${address}embed-${version}.js"></script>`,
    whole: `<script type="module" crossorigin="anonymous"\n  src="${address}${standalone}"\n  integrity="${integrity}"></script>`,
  })[way]

export const elementOf = ({ address }: Site, written: Written, link: string): string =>
  `${startTag('leadership-diagnostic', attributesOf(written))}\n  <a href="${address}">${link}</a>\n</leadership-diagnostic>`

/** The address of the diagnostic alone, as a frame shows it. */
export function frameAddress({ address }: Site, written: Written, page = 'embed.html'): string {
  const query = new URLSearchParams(written.map(([name, value]) => [name, value])).toString()
  return `${address}${page}${query === '' ? '' : `?${query}`}`
}

/** @param pin `-` and a version, or empty for the latest */
export function frameOf(site: Site, written: Written, pin = ''): string {
  const attributes: Written = [
    ['src', frameAddress(site, written, `embed${pin}.html`)],
    ['title', 'Leadership self-diagnostic'],
    ['width', '100%'],
    ['height', '900'],
    ['loading', 'lazy'],
    ['allow', 'clipboard-write'],
    ['data-leadership-diagnostic', ''],
  ]
  const script = `<script type="module" src="${site.address}embed-frame${pin}.js"></script>`
  return `${startTag('iframe', attributesOf(attributes))}</iframe>\n${script}`
}

/** The code that an editor pastes into a page. */
export function snippetOf(site: Site, way: Way, written: Written, link: string): string {
  return way === 'frame' ? frameOf(site, written) : `${scriptOf(site, way)}\n${elementOf(site, written, link)}`
}
