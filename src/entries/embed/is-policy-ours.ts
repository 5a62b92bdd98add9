/**
 * Whether Svelte takes the policy that embed-app.ts makes. In a host's page it does: leave-no-trace.ts writes `true`
 * here, and what Svelte then takes. On pages of this site Svelte runs before, and has made its own.
 */
export const isPolicyOurs = false as boolean
