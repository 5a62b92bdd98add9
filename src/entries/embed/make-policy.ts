import type { Shared } from './embed-app.ts'

/** A policy of trusted types. */
export interface Policy {
  createHTML(html: string): unknown
}

interface Policies {
  createPolicy(name: string, rules: { readonly createHTML: (html: string) => string }): Policy
}

/**
 * Makes the policy that what runs needs where a page demands trusted types. Whether the page lets it be made is known by
 * making it, and it may be made once: so it is made before anybody is told that the diagnostic can be used.
 *
 * @throws where the page does not let it be made, and markup not be written without it
 */
export async function makePolicy(shared: Shared): Promise<void> {
  const { trustedTypes } = window as { readonly trustedTypes?: Policies }
  try {
    shared.policy ??= trustedTypes?.createPolicy('svelte-trusted-html', { createHTML: (html) => html })
  } catch {
    if (!isMarkupTaken()) throw (await import('./remedies.ts')).withoutPolicy()
  }
}

/**
 * Whether markup may be written without a policy: a page may name policies and demand none, or have a default one. One
 * that takes comments out takes what Svelte finds its places by.
 */
function isMarkupTaken(): boolean {
  const probe = document.createElement('i')
  try {
    probe.innerHTML = '<!---->'
  } catch {
    // Trusted types are demanded.
  }
  return probe.hasChildNodes()
}
