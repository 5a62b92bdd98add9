import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  ATTRIBUTE_NAMES,
  describeAttribute,
  embedReference,
  EVENTS,
  propertyOf,
  REFLECTED,
} from '../../src/ui/embed/contract.ts'

interface Entry {
  readonly name: string
  readonly description?: string
  readonly fieldName?: string
  readonly attribute?: string
  readonly kind?: string
  readonly type?: { readonly text: string }
}

type Lists = 'attributes' | 'members' | 'events' | 'slots' | 'cssProperties' | 'cssParts'

const ROOT = join(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(join(ROOT, 'public/custom-elements.json'), 'utf8')) as {
  readonly schemaVersion: string
  readonly modules: readonly {
    readonly path: string
    readonly declarations: readonly (Readonly<Record<Lists, readonly Entry[]>> & { readonly tagName: string })[]
  }[]
}
const element = manifest.modules[0]!.declarations[0]!

const namesIn = (list: readonly Entry[]) => list.map(({ name }) => name)
const described = (list: readonly Entry[]) => Object.fromEntries(list.map((entry) => [entry.name, entry.description]))

/** Every match of a pattern's first group in a folder of the sources. */
function found(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(join(ROOT, 'src', folder), { recursive: true, withFileTypes: true })
  const texts = files
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!)))].toSorted()
}

describe('the manifest of the element', () => {
  it('is of the schema that editors read, for the file that hosts name', () => {
    expect(manifest.schemaVersion).toBe('1.0.0')
    expect([manifest.modules[0]!.path, element.tagName]).toEqual(['embed.js', 'leadership-diagnostic'])
  })

  it('has every attribute, with the property that stands for it', () => {
    expect(namesIn(element.attributes)).toEqual([...ATTRIBUTE_NAMES])
    const fields = element.attributes.flatMap(({ name, fieldName }) => (fieldName ? [[fieldName, name]] : []))
    const pairs = REFLECTED.map((attribute) => [propertyOf(attribute), attribute])
    expect(fields).toEqual(pairs)
    const members = element.members.flatMap(({ name, attribute }) => (attribute ? [[name, attribute]] : []))
    expect(members).toEqual(pairs)
    const typeOf = (attribute?: string) => element.attributes.find(({ name }) => name === attribute)?.type?.text
    for (const { name, attribute, type } of element.members.filter((member) => member.attribute))
      expect([name, type?.text.replace(' | null', '')]).toEqual([name, typeOf(attribute)])
  })

  it('has every event', () => {
    expect(namesIn(element.events)).toEqual([...EVENTS])
  })

  it('has every custom property that the style sheets ask for', () => {
    expect(namesIn(element.cssProperties).toSorted()).toEqual(found('styles', /var\((--diagnostic-[a-z-]+)/g))
  })

  it('has every part that the components name', () => {
    const inMarkup = found('ui', /(?<!-)\bpart=(?:\{[^}]*\? null : )?["']([a-z-]+)["']/g)
    const inScripts = found('entries', /\bpart\.add\('([a-z-]+)'/g)
    expect(namesIn(element.cssParts).toSorted()).toEqual([...inMarkup, ...inScripts].toSorted())
  })

  it('has every part that the page about the embed can outline', () => {
    expect(namesIn(element.cssParts).toSorted()).toEqual(found('ui/embed-demo', /::part\(([a-z-]+)\)/g))
  })

  it('says of each what the page about the embed says', () => {
    const { attributes, events, customProperties, parts } = embedReference()
    const means = Object.entries(events).map(([name, event]) => [name, event.means])
    const texts = Object.entries(attributes).map(([name, attribute]) => [name, describeAttribute(attribute)])
    expect(described(element.attributes)).toEqual(Object.fromEntries(texts))
    expect(described(element.events)).toEqual(Object.fromEntries(means))
    expect(described(element.cssProperties)).toEqual(customProperties)
    expect(described(element.cssParts)).toEqual(parts)
  })
})
