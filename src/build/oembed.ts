import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One questionnaire in one language, in its own words. */
export interface Described {
  readonly id: string
  readonly language: string
  readonly title: string
  readonly question: string
  readonly lead: string
  /** The words of a link to it. */
  readonly take: string
}

export interface Embedding {
  /** The address that the site is built for. */
  readonly site: string
  /** Whether sites are named that may frame it. */
  readonly isFramed: boolean
}

const withSlash = (site: string) => site.replace(/\/*$/, '/')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The permissions that the frame needs, and no more: it works without an origin of its own, and then keeps nothing. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads'
/** Consumers that do not lay the frame out themselves show it so. */
const SIZE = { width: 640, height: 900 }
const PREVIEW = { thumbnail_width: 1200, thumbnail_height: 630 }

type Named = Pick<Described, 'id' | 'language'>

const nameOf = ({ id, language }: Named) => `${id}.${language}`
const queryOf = ({ id, language }: Named, key: string) => new URLSearchParams({ [key]: id, lang: language }).toString()

/** The page whose address is pasted. */
const pastedPage = (one: Named) => `${nameOf(one)}.html`
const oembedFile = (one: Named) => `oembed/${nameOf(one)}.json`

/** The link by which a page's oEmbed document is found. */
export const discoveryLink = (one: Named & Pick<Described, 'title'>, site: string) =>
  `<link rel="alternate" type="application/json+oembed" href="${escaped(withSlash(site) + oembedFile(one))}" title="${escaped(one.title)}">`

/** The document of oEmbed 1.0, https://oembed.com. A frame only where some site may show it. */
export function oembedOf(one: Described, { site, isFramed }: Embedding): Readonly<Record<string, string | number>> {
  const always = {
    version: '1.0',
    title: `${one.question} ${one.title}`,
    provider_name: one.title,
    provider_url: site,
    cache_age: 86_400,
    thumbnail_url: `${site}preview.png`,
    ...PREVIEW,
  }
  if (!isFramed) return { ...always, type: 'link' }
  const src = escaped(`${site}embed.html?${queryOf(one, 'questionnaire')}`)
  const html = `<iframe src="${src}" title="${escaped(one.title)}" width="100%" height="${SIZE.height}" frameborder="0" loading="lazy" sandbox="${SANDBOX}" data-leadership-diagnostic></iframe>`
  return { ...always, type: 'rich', html, ...SIZE }
}

/**
 * The page whose address is pasted into an editor: what programs read of it is there without a script, and people are
 * led on to the diagnostic.
 */
export function pastedPageOf(one: Described, { site }: Embedding): string {
  const address = escaped(`./?${queryOf(one, 'q')}`)
  const tags = {
    'og:type': 'website',
    'og:title': `${one.question} ${one.title}`,
    'og:description': one.lead,
    'og:image': `${site}preview.png`,
  }
  return `<!doctype html>
<html lang="${one.language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="refresh" content="0; url=${address}" />
    <meta name="robots" content="noindex" />
    <title>${escaped(one.title)}</title>
    <meta name="description" content="${escaped(one.lead)}" />
    ${Object.entries(tags)
      .map(([property, content]) => `<meta property="${property}" content="${escaped(content)}" />`)
      .join('\n    ')}
    ${discoveryLink(one, site)}
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <style>${readFileSync(join(import.meta.dirname, 'not-found.css'), 'utf8')
      .replaceAll(/\s+/g, ' ')
      .trim()}</style>
  </head>
  <body>
    <main>
      <h1>${escaped(one.question)}</h1>
      <p>${escaped(one.lead)}</p>
      <p><a href="${address}">${escaped(one.take)}</a></p>
    </main>
  </body>
</html>
`
}

/** Writes the documents and their pages, whose addresses have to be known in full: only where the build knows them. */
export function writeOembed(folder: string, all: readonly Described[], site = process.env['SITE_URL']): void {
  if (!site) return
  const embedding = { site: withSlash(site), isFramed: Boolean(process.env['EMBED_HOSTS']) }
  mkdirSync(join(folder, 'oembed'), { recursive: true })
  for (const one of all) {
    writeFileSync(join(folder, oembedFile(one)), `${JSON.stringify(oembedOf(one, embedding), null, 2)}\n`)
    writeFileSync(join(folder, pastedPage(one)), pastedPageOf(one, embedding))
  }
}
