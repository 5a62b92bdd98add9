import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oembedOf, pastedPageOf, writeOembed } from '../../src/build/oembed.ts'
import { headFor } from '../../src/build/prerender.ts'

const silence = {
  id: 'silence',
  language: 'fr',
  title: 'Le silence & vous',
  question: 'Qui se tait ?',
  lead: 'Huit énoncés, "deux" minutes.',
  take: 'Faire l’autodiagnostic',
}
const site = 'https://example.org/diagnostic/'

describe('the oEmbed document of a questionnaire', () => {
  it('is a frame where some site may show it, for its language', () => {
    const document = oembedOf(silence, { site, isFramed: true })
    expect(document).toMatchObject({ version: '1.0', type: 'rich', width: 640, height: 900, provider_url: site })
    expect(document['html']).toContain(`src="${site}embed.html?questionnaire=silence&amp;lang=fr"`)
    expect(document['html']).toContain('title="Le silence &amp; vous"')
    expect(document['html']).not.toContain('allow-same-origin')
  })

  it('is a link where none may', () => {
    const document = oembedOf(silence, { site, isFramed: false })
    expect(document).toMatchObject({ type: 'link', title: 'Qui se tait ? Le silence & vous' })
    expect(Object.keys(document)).not.toContain('html')
  })

  it('is found from a page of its own, which leads people to the diagnostic', () => {
    const page = pastedPageOf(silence, { site, isFramed: false })
    expect(page).toContain(
      `<link rel="alternate" type="application/json+oembed" href="${site}oembed/silence.fr.json" title="Le silence &amp; vous">`,
    )
    expect(page).toContain('content="0; url=./?q=silence&amp;lang=fr"')
    expect(page).toContain('<p>Huit énoncés, &quot;deux&quot; minutes.</p>')
  })

  it('is found from the first page where that knows its address, and not elsewhere', () => {
    const description = {
      ...silence,
      source: { slug: 'why', title: 'Why?', url: 'https://example.org/why' },
      picture: '',
    }
    const head = (of: string | undefined) => headFor({ id: 'silence', language: 'fr', description }, of)
    expect(head(site)).toContain(`href="${site}oembed/silence.fr.json"`)
    expect(head(undefined)).not.toContain('oembed')
  })
})

describe('a build', () => {
  let folder = ''
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'oembed-'))))
  afterEach(() => {
    delete process.env['EMBED_HOSTS']
    rmSync(folder, { recursive: true })
  })
  const typeIn = () =>
    (JSON.parse(readFileSync(join(folder, 'oembed/silence.fr.json'), 'utf8')) as { type: string }).type

  it('has none unless it knows its address', () => {
    writeOembed(folder, [silence], undefined)
    expect(existsSync(join(folder, 'oembed'))).toBe(false)
  })

  it('has frames where EMBED_HOSTS names who may show them', () => {
    writeOembed(folder, [silence], 'https://example.org/diagnostic')
    expect(typeIn()).toBe('link')
    process.env['EMBED_HOSTS'] = 'https://news.example.org'
    writeOembed(folder, [silence], 'https://example.org/diagnostic')
    expect(typeIn()).toBe('rich')
    expect(readFileSync(join(folder, 'silence.fr.html'), 'utf8')).toContain(`${site}oembed/silence.fr.json`)
  })
})
