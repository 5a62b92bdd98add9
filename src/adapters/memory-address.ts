import type { Address } from '../core/ports.ts'

/**
 * An address in memory: moves stay out of the page's own address and history.
 *
 * @param page the page that links lead to
 */
export function memoryAddress(page: string): Address {
  let fragment = ''
  const listeners = new Set<() => void>()
  function go(next: string): void {
    fragment = next
    for (const listener of listeners) listener()
  }
  return {
    fragment: () => fragment,
    page: () => page,
    go,
    goInstead: go,
    onMove(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
