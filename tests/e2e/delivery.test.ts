import { readdirSync, readFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'
import { inlineHashes } from '../../src/build/headers.ts'
import { parseHeaders } from '../../src/build/serve-site.ts'
import { SITE } from '../../src/build/site.ts'
import { answer, browsing, heading, result, VARIED } from './browser.ts'

const { visit, expectMessages } = browsing()
const html = readFileSync(join(SITE, 'index.html'), 'utf8')
const assets = readdirSync(join(SITE, 'assets'))
const KB = 1024

/** The scripts that the page loads before the first answer can be given: those it names, and their imports. */
function firstLoad(): string[] {
  const wanted = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => file!)
  for (const file of wanted) {
    const text = readFileSync(join(SITE, file), 'utf8')
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      if (!wanted.includes(`assets/${imported}`)) wanted.push(`assets/${imported}`)
    }
  }
  return wanted
}

const compressed = (text: string | Buffer) => ({
  brotli: brotliCompressSync(text).length,
  gzip: gzipSync(text, { level: 9 }).length,
})

describe('the first load', () => {
  it('has HTML and critical CSS in one initial TCP window, and all of it within the budget', () => {
    const page = compressed(html)
    const scripts = firstLoad().map((file) => compressed(readFileSync(join(SITE, file))))
    const total = { brotli: page.brotli, gzip: page.gzip }
    for (const script of scripts) {
      total.brotli += script.brotli
      total.gzip += script.gzip
    }
    console.log(
      `First load: ${(total.gzip / KB).toFixed(1)} KB gzip, ${(total.brotli / KB).toFixed(1)} KB brotli; HTML and CSS ${(page.gzip / KB).toFixed(1)} KB gzip`,
    )
    expect(page.gzip).toBeLessThan(14 * KB)
    expect(total.gzip).toBeLessThan(40 * KB)
  })

  it('carries no chart, no validator, no findings and no stylesheet of its own', () => {
    expect(html).not.toMatch(/rel="stylesheet"/)
    const scripts = firstLoad()
      .map((file) => readFileSync(join(SITE, file), 'utf8'))
      .join('\n')
    expect(firstLoad().join()).not.toMatch(/chart|later/)
    for (const trace of ['ZodError', 'BarController', 'silence-alone', 'derivedFrom'])
      expect(scripts).not.toContain(trace)
  })

  it('is followed by a result in few files: one that begins it, what that imports, and the chart', () => {
    const ahead = assets.find((name) => /^prepare-later-.*\.js$/.test(name))!
    const [, files] = /__sure\(("\.\/page-later[^)]+)\)/.exec(readFileSync(join(SITE, 'assets', ahead), 'utf8')) ?? []
    expect(files?.split(',')).toHaveLength(3)
  })

  it('is asked for by the page and by nothing else', async () => {
    const asked: string[] = []
    await visit({
      before: async (page) => void page.on('request', (request) => asked.push(new URL(request.url()).pathname)),
    })
    const scripts = firstLoad().map((file) => `/${file}`)
    expect(asked.filter((path) => path.endsWith('.js')).toSorted()).toEqual(scripts.toSorted())
  })
})

describe('the page as served', () => {
  it('holds the intro and the vantage question, styled, before any script', () => {
    expect(html).toContain('Where does strategy stop governing the work?')
    expect(html.match(/type="radio"/g)).toHaveLength(4)
    expect(html.indexOf('<style>')).toBeGreaterThan(0)
    expect(html.indexOf('<style>')).toBeLessThan(html.indexOf('type="radio"'))
  })

  it('says what it needs where scripts are switched off, above all else', () => {
    expect(html).toContain('needs JavaScript')
    expect(html.indexOf('needs JavaScript')).toBeLessThan(html.indexOf('id="app"'))
  })

  it('has no style attribute, in markup or in what scripts make markup from', () => {
    for (const text of [
      html,
      ...assets
        .filter((file) => file.endsWith('.js') && !file.includes('chart'))
        .map((file) => readFileSync(join(SITE, 'assets', file), 'utf8')),
    ])
      expect(text).not.toMatch(/<[a-z][^<>]*\sstyle=/)
  })

  it('carries link-preview tags and structured data, with the source answer', () => {
    for (const property of ['og:type', 'og:title', 'og:description']) expect(html).toContain(`property="${property}"`)
    const data = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(html)?.[1]
    expect(JSON.parse(data ?? '')).toMatchObject({
      '@type': 'WebApplication',
      isBasedOn: {
        url: 'https://wattnext.ai/insights/what-causes-execution-gaps-between-strategy-and-day-to-day-work',
      },
    })
  })
})

describe('the headers', () => {
  const rules = parseHeaders(readFileSync(join(SITE, '_headers'), 'utf8'))
  const policy = rules[0]!.headers.find(([name]) => name === 'Content-Security-Policy')![1]

  it('allow what the page carries inline by its hash, and nothing else inline', () => {
    const { scripts, styles } = inlineHashes(html)
    expect([scripts.length, styles.length]).toEqual([1, 1])
    for (const hash of [...scripts, ...styles]) expect(policy).toContain(hash)
    expect(policy).not.toMatch(/unsafe|nonce|\{/)
    for (const directive of [
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "manifest-src 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types svelte-trusted-html diagnostic-worker',
    ])
      expect(policy).toContain(directive)
  })

  it('are sent with the page and with its parts', async () => {
    const page = await fetch(inject('site'))
    expect(page.headers.get('content-security-policy')).toBe(policy)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const part = await fetch(`${inject('site')}assets/${assets[0]}`)
    expect(part.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(part.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${inject('site')}nowhere`)).status).toBe(404)
  })

  it('let what a hash names be kept, and have every page asked for anew', async () => {
    const cached = async (path: string) => (await fetch(`${inject('site')}${path}`)).headers.get('cache-control')
    const pages = readdirSync(SITE).filter((file) => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(4)
    for (const page of ['', ...pages, 'workshop', 'offline-worker.js', 'offline.json'])
      expect([page, await cached(page)]).toEqual([page, 'no-cache'])
    for (const file of assets.filter((name) => /\.(js|css)$/.test(name)))
      expect([file, await cached(`assets/${file}`)]).toEqual([file, 'public, max-age=31536000, immutable'])
  })

  it('would stop a script that is not the page’s', async () => {
    expectMessages(/TrustedScript/)
    const page = await visit()
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      try {
        script.text = 'document.title = "broken in"'
        document.body.append(script)
      } catch {
        // Trusted types refuse the text.
      }
      return document.title
    })
    expect(ran).toBe('Leadership self-diagnostic')
  })
})

/** A file as it travels, since fetch() shows it unpacked. */
const travelled = (path: string, encodings: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<{ status: number; body: Buffer; headers: IncomingHttpHeaders }>((resolve, reject) => {
    get(`${inject('site')}${path}`, { headers: { 'Accept-Encoding': encodings, ...headers } }, (response) => {
      const parts: Buffer[] = []
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts), headers: response.headers }),
        )
    }).on('error', reject)
  })

describe('the page as an app', () => {
  it('is installable from under any path, with icons as large as they say', async () => {
    const page = await visit()
    const session = await page.context().newCDPSession(page)
    const { url, errors, data } = await session.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(url).toBe(`${inject('site')}manifest.webmanifest`)
    const manifest = JSON.parse(data ?? '{}') as Record<'start_url' | 'scope' | 'display', string> & {
      icons: (Record<'src' | 'sizes' | 'type', string> & { purpose?: string })[]
    }
    expect([manifest.start_url, manifest.scope, manifest.display]).toEqual(['./', './', 'standalone'])
    expect(manifest.icons.map(({ purpose = 'any' }) => purpose)).toEqual(['any', 'any', 'maskable'])
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await fetch(new URL(src, url))
      const bytes = Buffer.from(await icon.arrayBuffer())
      expect(icon.headers.get('content-type')).toBe(type)
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    }
  })

  it('has an icon for those who ask for it by its old name', async () => {
    const icon = await fetch(`${inject('site')}favicon.ico`)
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/x-icon'])
    expect(Buffer.from(await icon.arrayBuffer()).subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]))
  })
})

describe('npm start', () => {
  const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync }
  const script = `assets/${assets.find((file) => file.endsWith('.js') && file.startsWith('index'))!}`

  it.each([
    ['', 'index.html', 'text/html;charset=utf-8'],
    ['workshop', 'workshop.html', 'text/html;charset=utf-8'],
    [script, script, 'text/javascript;charset=utf-8'],
    ['embed.js', 'embed.js', 'text/javascript;charset=utf-8'],
    ['embed.css', 'embed.css', 'text/css;charset=utf-8'],
    ['icon.svg', 'icon.svg', 'image/svg+xml'],
    ['manifest.webmanifest', 'manifest.webmanifest', 'application/manifest+json'],
    ['offline.json', 'offline.json', 'application/json'],
    ['embed.md', 'embed.md', 'text/markdown;charset=utf-8'],
    ['embed.d.ts', 'embed.d.ts', 'text/plain;charset=utf-8'],
  ])('sends "%s" compressed, as its own type', async (path, file, type) => {
    const whole = readFileSync(join(SITE, file))
    for (const encoding of ['br', 'gzip'] as const) {
      const { status, body, headers } = await travelled(path, encoding)
      expect([status, headers['content-encoding'], headers['content-type']]).toEqual([200, encoding, type])
      expect(headers.vary).toBe('Accept-Encoding')
      expect(body.length).toBeLessThan(whole.length)
      expect(UNPACK[encoding](body).equals(whole)).toBe(true)
    }
    const plain = await travelled(path, 'identity')
    expect([plain.headers['content-encoding'], plain.headers['content-type']]).toEqual([undefined, type])
    expect(plain.body.equals(whole)).toBe(true)
  })

  it('sends a page that has not changed only once', async () => {
    const { headers } = await travelled('', 'br, gzip')
    const again = await travelled('', 'br, gzip', { 'If-None-Match': headers.etag ?? '' })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  it('sends a picture as it is', async () => {
    const { headers, body } = await travelled('preview.png', 'br, gzip')
    expect([headers['content-encoding'], headers['content-type']]).toEqual([undefined, 'image/png'])
    expect(body.equals(readFileSync(join(SITE, 'preview.png')))).toBe(true)
  })
})

it('works under a path as it does at the root', async () => {
  const page = await visit({ site: inject('siteUnderPath') })
  await answer(page, '1', VARIED)
  await result(page)
  await page.reload()
  await result(page)
  await expect.poll(() => heading(page).count()).toBe(1)
})

it('passes over a fragment and a query it does not know', async () => {
  const page = await visit({ path: '?utm_source=letter#somewhere' })
  await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
  await expect.poll(() => page.locator('#app').isVisible()).toBe(true)
})
