import { join } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { unwrapped } from './either-script.ts'
import { ROOT } from './site.ts'

const EMBED = normalizePath(join(ROOT, 'src/entries/embed'))

/**
 * The traces that Svelte's runtime leaves on the page around it, with their
 * replacements, by the end of the module's name.
 */
const TRACES: readonly (readonly [module: string, what: RegExp, instead: string])[] = [
  // Made earlier, and handed on: a page may not let it be made, which is to be known before anybody uses it.
  [
    'client/dom/reconciler.js',
    /const policy =[^]*?\n\t\}\);/,
    `import { handedPolicy as policy } from '${EMBED}/handed-policy.ts';`,
  ],
  // Svelte works on frozen prototypes, too, and then leaves them alone.
  ['client/dom/operations.js', /is_extensible\((element|text)_prototype\)/g, 'false'],
  // A shadow root is a scope for ids, so they need not be unique across runtimes.
  ['client/dom/template.js', /\(?\bwindow\.__svelte( \?\?= \{\}\))?\.uid/g, 'own_ids.uid'],
  ['disclose-version.js', /^[^]*$/, ''],
]

/** Vite wraps each import() to add style sheets to the document's head; this wrapper only imports. */
const WRAPPER = 'export const __vitePreload = (load) => load()'
// The wrapper's local name in a chunk may equal its exported name.
const WRAPPER_IMPORT = /import\{(?:\w+ as )?(\w+)\}from["'`][^"'`]*\/preload-helper-[^"'`]*["'`];/

/**
 * For scripts that run in a host's page: no global, nothing on a prototype, nothing
 * in the document's head, and no request for a script that does so.
 */
export function leaveNoTrace(): Plugin[] {
  const found = new Set<string>()
  return [
    {
      name: 'leave-no-trace',
      transform(code, id) {
        if (id.endsWith('/entries/embed/is-policy-ours.ts'))
          return { code: 'export const isPolicyOurs = true', map: null }
        const trace = TRACES.find(([module]) => id.split('?')[0]?.endsWith(`/svelte/src/internal/${module}`))
        if (!trace) return null
        const [module, what, instead] = trace
        if (code.search(what) >= 0) found.add(module)
        const cleaned = code.replace(what, () => instead)
        return { code: cleaned.includes('own_ids') ? `${cleaned}\nvar own_ids = {};` : cleaned, map: null }
      },
    },
    {
      name: 'plain-imports',
      transform: (_code, id) => (id.endsWith('vite/preload-helper.js') ? { code: WRAPPER, map: null } : null),
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
          for (const chunk of chunks)
            if (chunk.name === 'preload-helper') delete bundle[chunk.fileName]
            else
              chunk.code = unwrapped(
                chunk.code.replace(WRAPPER_IMPORT, (_import, name: string) => `const ${name}=l=>l();`),
              )
          const isIn = (text: string) => chunks.some(({ code }) => code.includes(text))
          if (isIn('preload-helper') || isIn('vite:preloadError')) this.error('Vite still wraps import().')
          if (!isIn('svelte-trusted-html')) return
          for (const [module] of TRACES)
            if (!found.has(module)) this.error(`Svelte's ${module} is not what leave-no-trace.ts expects.`)
        },
      },
    },
  ]
}
