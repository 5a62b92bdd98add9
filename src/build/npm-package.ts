import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'fflate'
import { createTar } from 'nanotar'
import { ATTRIBUTES, EVENTS } from '../ui/embed/contract.ts'
import { version } from './embed-builds.ts'
import { fillPlaces, SITE_ELSEWHERE } from './host-places.ts'
import { ROOT } from './site.ts'

/**
 * In no registry, so that documents install it by the address or the path of its file: a bare name could be
 * registered by anybody.
 */
export const PACKAGE = '@leadership-diagnostic/embed'
export const TARBALL = `leadership-diagnostic-embed-${version}.tgz`

const SOURCES = join(import.meta.dirname, '../hosts/npm')
const PUBLIC = join(ROOT, 'public')
const TYPES = ['embed.d.ts', 'embed-react.d.ts', 'embed-vue.d.ts', 'embed-svelte.d.ts']

const manifest = {
  name: PACKAGE,
  version,
  description: 'The leadership self-diagnostic as an element, with components for React and Vue.',
  license: 'UNLICENSED',
  // npm publishes no such package by mistake.
  private: true,
  type: 'module',
  sideEffects: ['./embed.js'],
  customElements: './custom-elements.json',
  exports: {
    '.': { types: './embed.d.ts', default: './embed.js' },
    './load': { types: './load.d.ts', default: './load.js' },
    './react': { types: './react.d.ts', default: './react.js' },
    './vue': { types: './vue.d.ts', default: './vue.js' },
    './tag/react': { types: './embed-react.d.ts' },
    './tag/vue': { types: './embed-vue.d.ts' },
    './tag/svelte': { types: './embed-svelte.d.ts' },
    './*': './*',
  },
  peerDependencies: { react: '>=18', vue: '>=3.3' },
  peerDependenciesMeta: { react: { optional: true }, vue: { optional: true } },
}

/** The part of the contract that the components know, as source text. */
const names = (links: Readonly<Record<string, string>>) =>
  Object.entries({ ATTRIBUTES, EVENTS, LINKS: links })
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`)
    .join('')

/**
 * Writes the package for npm beside the built files.
 *
 * @param links the words of the link to the diagnostic, by language
 * @param element the element with everything in it, as a module
 * @returns its name
 */
export function writeNpmPackage(folder: string, links: Readonly<Record<string, string>>, element: string): string {
  // Of no build's own site: a released file is the same in every build.
  const places = { name: PACKAGE, version, file: TARBALL, site: SITE_ELSEWHERE, tarball: `${SITE_ELSEWHERE}${TARBALL}` }
  const read = (file: string) => readFileSync(join(SOURCES, file), 'utf8')
  const sources = readdirSync(SOURCES).map((file) => [
    file,
    file.endsWith('.md') ? fillPlaces(read(file), places) : read(file),
  ])
  const contracts = [...TYPES, 'embed.md', 'custom-elements.json'].map((file) => [
    file,
    readFileSync(join(PUBLIC, file), 'utf8'),
  ])
  const files: Readonly<Record<string, string>> = Object.fromEntries([
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ...sources,
    ['names.js', names(links)],
    ['embed.js', element],
    ...contracts,
  ])
  const entries = Object.entries(files).map(([name, data]) => ({ name: `package/${name}`, data }))
  const tar = createTar(entries, { attrs: { mtime: 0, mode: '644', uid: 0, gid: 0 } })
  // Not compressed: a released file is the same byte for byte for good, with whatever version of a compressor, and
  // whoever keeps releases compresses them together.
  writeFileSync(join(folder, TARBALL), gzipSync(tar, { level: 0, mtime: 0 }))
  return TARBALL
}
