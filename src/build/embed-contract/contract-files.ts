import { declarations } from './declarations.ts'
import { manifest } from './manifest.ts'
import { reference } from './reference.ts'

const WRITTEN_BY = 'Written by `npm run embed-contract` from src/ui/embed/contract.ts.'

/**
 * The files in `public/` that tell hosts the contract of the embed, by name. What
 * types the tag for React, Vue and Svelte is derived from `embed.d.ts` by the
 * compiler, names no attribute or event, and is written by hand.
 */
export const contractFiles = (): Readonly<Record<string, string>> => ({
  'custom-elements.json': manifest(),
  'embed.d.ts': `// ${WRITTEN_BY}\n${declarations()}`,
  'embed.md': `<!-- ${WRITTEN_BY} -->\n\n${reference()}`,
})
