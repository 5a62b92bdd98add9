import type { Policy } from './make-policy.ts'

/** In the place of the policy that Svelte makes by itself: leave-no-trace.ts lets it read this. */
export let handedPolicy: Policy | undefined

export function handPolicy(policy: Policy | undefined): void {
  handedPolicy = policy
}
