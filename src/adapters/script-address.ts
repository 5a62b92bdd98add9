/** The trusted-types policy for the addresses of workers, as public/_headers allows it. */
const POLICY = 'diagnostic-worker'

interface ScriptPolicy {
  createScriptURL(address: string): string
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): ScriptPolicy
}

/** Created once per page: browsers refuse a second policy of this name. */
let policy: ScriptPolicy | null = null

/**
 * A worker's address in the form that a browser requires under
 * `require-trusted-types-for 'script'`.
 *
 * @throws TypeError for an address that is not of the page's own origin, where the
 * browser has trusted types.
 */
export function trustScript(address: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  if (!trustedTypes) return address
  policy ??= trustedTypes.createPolicy(POLICY, {
    createScriptURL: (asked) => {
      if (new URL(asked, document.baseURI).origin === location.origin) return asked
      throw new TypeError('only scripts of the page’s own origin')
    },
  })
  return policy.createScriptURL(address)
}
