import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, minify, type Plugin, type ResolvedConfig, type ViteDevServer } from 'vite'
import type * as Prerendered from '../entries/site/prerender.ts'

type Entry = typeof Prerendered

const HOLDER = '<div id="app"></div>'

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/** Link-preview tags and structured data. Addresses of the page itself only where the build is told it: SITE_URL. */
function headFor({ description: { title, question, lead, source } }: Entry, site: string | undefined): string {
  const tags: [string, string][] = [
    ['og:type', 'website'],
    ['og:title', `${question} ${title}`],
    ['og:description', lead],
  ]
  if (site)
    tags.push(
      ['og:url', site],
      ['og:image', new URL('preview.png', site).href],
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
    inLanguage: 'en',
    isBasedOn: { '@type': 'QAPage', name: source.title, url: source.url },
    ...(site ? { url: site } : {}),
  }
  return [
    `<meta name="description" content="${escapeAttribute(lead)}">`,
    ...tags.map(([property, content]) => `<meta property="${property}" content="${escapeAttribute(content)}">`),
    ...(site ? [`<link rel="canonical" href="${escapeAttribute(site)}">`] : []),
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  ].join('')
}

/** Takes a module graph's entry through a server build of its own and imports it. */
async function buildEntry(config: ResolvedConfig, entry: string): Promise<Entry> {
  const outDir = join(config.cacheDir, 'prerender')
  await build({
    configFile: config.configFile ?? false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'entry.js' } },
    },
  })
  return (await import(`${pathToFileURL(join(outDir, 'entry.js')).href}?${Date.now()}`)) as Entry
}

/**
 * Writes the intro and the vantage question into the page, with the script that
 * runs before the first paint, and puts the page's own stylesheet inline: the
 * first paint then needs one response and no script.
 */
export function prerender({ entry }: { entry: string }): Plugin {
  let config: ResolvedConfig
  const load = (server: ViteDevServer | undefined) =>
    server ? (server.ssrLoadModule(`/${entry}`) as Promise<Entry>) : buildEntry(config, entry)

  return {
    name: 'prerender',
    configResolved(resolved) {
      config = resolved
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { server, filename }) {
        if (config.build.ssr || !html.includes(HOLDER)) return html
        const prerendered = await load(server)
        const script = readFileSync(join(import.meta.dirname, 'pre-paint.js'), 'utf8')
          .replace('{key}', prerendered.key)
          .replace('{languages}', prerendered.languages.join('|'))
        const small = server ? script : (await minify(filename, script, { module: false })).code.trim()
        return html
          .replace('/* pre-paint */', () => small)
          .replace('</head>', () => `${headFor(prerendered, process.env['SITE_URL'])}</head>`)
          .replace(HOLDER, () => `<div id="app">${prerendered.renderIntro()}</div>`)
      },
    },
  }
}
