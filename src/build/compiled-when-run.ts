import type { Plugin } from 'vite'

interface Syntax {
  readonly type: string
  readonly start: number
  readonly end: number
}

interface Named {
  readonly name: string
}

interface Imported extends Syntax {
  readonly source: { readonly value: string }
  readonly specifiers: readonly { readonly imported: Named; readonly local: Named }[]
}

interface Exported extends Syntax {
  readonly source: unknown
  readonly specifiers: readonly { readonly local: Named; readonly exported: Named }[]
}

interface Declared extends Syntax {
  readonly declarations: readonly { readonly id: Partial<Named>; readonly init: unknown }[]
}

/** Names that stay exports by themselves: those that import() is for, and a variable of Svelte that changes. */
const STAYS = /_exports(?:\$\d+)?$|^\$window(?:\$\d+)?$/
const LIVE = /^(?:let|var) (\$window);?$/

/** Whether a variable gets a value after the one it begins with, or may: others of its name in these parts count. */
function changes(name: string, parts: readonly Syntax[], text: string): boolean {
  const declared = parts
    .filter((part): part is Declared => part.type === 'VariableDeclaration')
    .flatMap(({ declarations }) => declarations)
    .find(({ id }) => id.name === name)
  if (!declared) return false
  const set = `(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])\\s*(?:[-+*/%&|^?]{0,3}=(?![=>])|\\+\\+|--)`
  return !declared.init || (text.match(new RegExp(set, 'g')) ?? []).length > 1
}

/** The export that has all others. */
const ALL = '__all'

/**
 * Puts all of a chunk into one function, which it calls as it is run. For a link that only fetches a module a browser
 * compiles it, too: hundreds of functions that most readers never need, some 70 kB of their memory, or this one. What
 * other chunks import of it they take from one object, which costs fewer bytes than a name for each.
 *
 * @param name the chunk's, of which nothing else that is exported may change
 * @throws Error where it is not written as is expected, or has a variable that others see change: an object has what it
 *   was.
 */
export function compiledWhenRun(name: string): Plugin {
  return {
    name: 'compiled-when-run',
    renderChunk(code, chunk, _options, { chunks }) {
      const { body } = this.parse(code) as unknown as { readonly body: readonly Syntax[] }
      const imports = body.filter((part): part is Imported => part.type === 'ImportDeclaration')
      const textOf = (parts: readonly Syntax[]) => parts.map(({ start, end }) => code.slice(start, end)).join('\n')
      if (chunk.name === name) {
        const [last, ...others] = body.filter((part): part is Exported => part.type.startsWith('Export'))
        const live = body.filter((part) => LIVE.test(textOf([part])))
        if (!last?.specifiers || last.source || others.length > 0 || live.length !== 1)
          return this.error(`${name} is not written as compiled-when-run.ts expects.`)
        const own = body.filter((part) => part !== last && ![...imports, ...live].includes(part))
        const inAll = last.specifiers.filter(({ local }) => !STAYS.test(local.name))
        const apart = last.specifiers.filter((one) => !inAll.includes(one))
        const made = apart.filter(({ local }) => !local.name.startsWith('$window'))
        const changed = inAll.find(({ local }) => changes(local.name, own, textOf(own)))
        if (changed) return this.error(`${changed.local.name} of ${name} changes after others have taken it.`)
        const fields = inAll.map(({ exported, local }) => `${exported.name}: ${local.name}`)
        // In a list, since a function that is called where it is written is compiled with what is around it.
        return {
          code: `${textOf([...imports, ...live])}
const [[${[ALL, ...made.map((_one, index) => `made${index}`)].join(', ')}]] = [() => {
${textOf(own)}
return [{ ${fields.join(', ')} }, ${made.map(({ local }) => local.name).join(', ')}]
}].map((run) => run())
export { ${[
            ALL,
            ...apart.map((one) =>
              made.includes(one)
                ? `made${made.indexOf(one)} as ${one.exported.name}`
                : `${one.local.name} as ${one.exported.name}`,
            ),
          ].join(', ')} }
`,
          map: null,
        }
      }
      const parts = Object.values(chunks)
        .find((one) => one.name === name)
        ?.fileName.split('/')
        .at(-1)
      const from = imports.find(({ source }) => parts && source.value.endsWith(`/${parts}`))
      if (!from) return null
      const taken = from.specifiers.filter(({ local }) => !STAYS.test(local.name))
      const kept = from.specifiers
        .filter((one) => !taken.includes(one))
        .map(({ imported, local }) => `${imported.name} as ${local.name}`)
      const fields = taken.map(({ imported, local }) => `${imported.name}: ${local.name}`)
      return {
        code: `${code.slice(0, from.start)}import { ${[ALL, ...kept].join(', ')} } from ${JSON.stringify(from.source.value)}
const { ${fields.join(', ')} } = ${ALL}
${code.slice(from.end)}`,
        map: null,
      }
    },
  }
}
