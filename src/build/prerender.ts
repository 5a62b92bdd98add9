import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { minify, type Plugin, type ViteDevServer } from 'vite'
import type * as Prerendered from '../entries/site/prerender.ts'
import { discoveryLink } from './oembed.ts'

type Entry = typeof Prerendered

const HOLDER = '<div id="app"></div>'

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/**
 * Link-preview tags and structured data. Addresses of the page itself only where
 * the build knows it: SITE_URL.
 */
export function headFor(
  {
    id,
    language,
    description: { title, question, lead, source, picture },
  }: { readonly id: string; readonly language: string; readonly description: Entry['description'] },
  site: string | undefined,
): string {
  const tags: [string, string][] = [
    ['og:type', 'website'],
    ['og:title', `${question} ${title}`],
    ['og:description', lead],
  ]
  if (site)
    tags.push(
      ['og:url', site],
      ['og:image', new URL('preview.png', site).href],
      ['og:image:alt', picture],
      ['twitter:card', 'summary_large_image'],
    )
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebApplication',
    name: title,
    headline: question,
    description: lead,
    applicationCategory: 'BusinessApplication',
    operatingSystem: 'Any',
    isAccessibleForFree: true,
    inLanguage: language,
    isBasedOn: { '@type': 'QAPage', name: source.title, url: source.url },
    ...(site ? { url: site } : {}),
  }
  return [
    `<meta name="description" content="${escapeAttribute(lead)}">`,
    ...tags.map(([property, content]) => `<meta property="${property}" content="${escapeAttribute(content)}">`),
    ...(site
      ? [`<link rel="canonical" href="${escapeAttribute(site)}">`, discoveryLink({ id, language, title }, site)]
      : []),
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  ].join('')
}

/** The built entry, imported anew each time. */
export const builtEntry = async (file: string): Promise<Entry> =>
  (await import(`${pathToFileURL(file).href}?${Date.now()}`)) as Entry

/** The entry from the sources, in development. */
export const servedEntry = (server: ViteDevServer | undefined): Promise<Entry> => {
  if (!server) throw new Error('The sources are not served.')
  return server.ssrLoadModule('/entries/site/prerender.ts') as Promise<Entry>
}

/**
 * Writes the intro and the vantage question into the page, with the script that
 * runs before the first paint: the first paint then needs one response and no
 * script.
 */
export function prerender(load: (server: ViteDevServer | undefined) => Promise<Entry>): Plugin {
  return {
    name: 'prerender',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { server, filename }) {
        if (!html.includes(HOLDER)) return html
        const prerendered = await load(server)
        const script = readFileSync(join(import.meta.dirname, 'pre-paint.js'), 'utf8')
          .replace('{key}', prerendered.key)
          .replace('{languages}', prerendered.languages.join('|'))
        const small = server ? script : (await minify(filename, script, { module: false })).code.trim()
        // Another script follows it in the same element.
        const ended = `${small.replace(/;$/, '')};`
        return html
          .replace('/* pre-paint */', () => ended)
          .replace('</head>', () => `${headFor(prerendered, process.env['SITE_URL'])}</head>`)
          .replace(HOLDER, () => `<div id="app">${prerendered.renderIntro()}</div>`)
      },
    },
  }
}
