import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { ATTRIBUTE_NAMES, ATTRIBUTES, describeAttribute, embedReference, propertyOf } from '../ui/embed/contract.ts'
import { DEFAULT_LANGUAGE, LANGUAGES } from '../ui/locales/index.ts'
import { version } from './embed-builds.ts'
import { fillPlaces } from './host-places.ts'
import type { Described } from './oembed.ts'

export const PLUGIN = `leadership-diagnostic-wordpress-${version}.zip`
const BLOCK = 'leadership-diagnostic/diagnostic'

const SOURCES = join(import.meta.dirname, '../hosts/wordpress')
const SCRIPT = `embed-${version}.js`
/** Zips have no time before this one. */
const MTIME = '1980-01-01T00:00:00'

/** The part of the contract that the plugin and its block know. */
function contractOf(all: readonly Described[]) {
  const { attributes } = embedReference()
  const listed = all.filter(({ language }) => language === DEFAULT_LANGUAGE)
  const options: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    questionnaire: listed.map(({ id, title }) => [id, title]),
    lang: Object.entries(LANGUAGES),
  }
  return {
    version,
    block: BLOCK,
    script: `files/${SCRIPT}`,
    page: process.env['SITE_URL'] ?? '',
    links: Object.fromEntries(all.map(({ language, take }) => [language, take])),
    fields: ATTRIBUTE_NAMES.map((name) => ({
      name,
      property: propertyOf(name),
      takes: ATTRIBUTES[name],
      means: describeAttribute(attributes[name]),
      ...(options[name] ? { options: options[name] } : {}),
    })),
  }
}

const blockOf = () => ({
  apiVersion: 2,
  name: BLOCK,
  title: 'Leadership diagnostic',
  category: 'widgets',
  icon: 'forms',
  description: embedReference().element,
  keywords: ['questionnaire', 'survey', 'assessment'],
  attributes: Object.fromEntries(
    ATTRIBUTE_NAMES.map((name) => [propertyOf(name), { type: ATTRIBUTES[name] === 'switch' ? 'boolean' : 'string' }]),
  ),
  supports: { html: false, align: ['wide', 'full'] },
  editorScript: 'leadership-diagnostic-editor',
})

/**
 * Writes the plugin for WordPress beside the built files, with those of the element in it.
 *
 * @param names the files for hosts
 */
export function writeWordPressPlugin(folder: string, names: readonly string[], all: readonly Described[]): void {
  const sources = readdirSync(SOURCES).map((file) => {
    const text = readFileSync(join(SOURCES, file), 'utf8')
    return [file, file === 'editor.js' ? text : fillPlaces(text, { version })] as const
  })
  const written = [
    ['block.json', JSON.stringify(blockOf(), null, 2)],
    ['contract.json', JSON.stringify(contractOf(all), null, 2)],
  ] as const
  const own = names.filter((name) => name === SCRIPT || name.startsWith('assets/embed/'))
  const files = [
    ...[...sources, ...written].map(([name, text]) => [name, strToU8(text)] as const),
    ...own.map((name) => [`files/${name}`, new Uint8Array(readFileSync(join(folder, name)))] as const),
  ]
  const zip = zipSync(Object.fromEntries(files.map(([name, data]) => [`leadership-diagnostic/${name}`, data])), {
    mtime: MTIME,
    level: 3,
  })
  writeFileSync(join(folder, PLUGIN), zip)
}
