import type { Plugin } from 'vite'

/**
 * Lets the bundler drop Svelte's list of DOM properties where nothing reads it. The list spreads another, which the
 * bundler takes for something that is done, so that 23 names are left in every script as an expression of its own.
 * Where Svelte writes it otherwise, nothing changes, and the budgets of the first load tell.
 */
export const unusedList = (): Plugin => ({
  name: 'unused-list',
  transform(code, id) {
    if (!id.split('?')[0]?.endsWith('/svelte/src/utils.js')) return null
    return {
      code: code.replace(
        /const DOM_PROPERTIES = (\[[^\]]*\])/,
        (_, list: string) => `const DOM_PROPERTIES = /* @__PURE__ */ (() => ${list})()`,
      ),
      map: null,
    }
  },
})
