import { declarations } from './declarations.ts'
import { manifest } from './manifest.ts'
import { reference } from './reference.ts'

const WRITTEN_BY = 'Written by `npm run embed-contract` from src/ui/embed/contract.ts.'

/**
 * The files in `public/` that document the embed's contract for hosts, by name. The
 * files that type the tag for React, Vue and Svelte derive everything from
 * `embed.d.ts`, name no attribute or event, and are written by hand.
 */
export const contractFiles = (): Readonly<Record<string, string>> => ({
  'custom-elements.json': manifest(),
  'embed.d.ts': `// ${WRITTEN_BY}\n${declarations()}`,
  'embed.md': `<!-- ${WRITTEN_BY} -->\n\n${reference()}`,
})
