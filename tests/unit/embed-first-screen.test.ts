import { afterEach, describe, expect, it, vi } from 'vitest'
import { scopedStore } from '../../src/adapters/scoped-store.ts'
import type { KeyValueStore } from '../../src/core/ports.ts'
import { isNamed } from '../../src/core/result/without-answer.ts'
import { isShown } from '../../src/entries/embed/first-screen.ts'
import { isRunKept } from '../../src/entries/embed/is-run-kept.ts'
import { OWN_KEYS } from '../../src/ui/parts/own-keys.ts'
import { keyOf } from '../../src/ui/take/kept-run.ts'

afterEach(() => vi.unstubAllGlobals())

describe('what the element’s own script knows by itself agrees with what the application does', () => {
  it('where a run is kept', () => {
    const keys: string[] = []
    const done = { ok: true, value: null } as const
    const store: KeyValueStore = {
      read: (key) => (keys.push(key), done),
      write: () => done,
      remove: () => done,
      removeAll: () => done,
      onChange: () => () => undefined,
    }
    const scope = '/an article?page=2 0'
    scopedStore(store, OWN_KEYS, scope).read(keyOf('execution-gaps'))
    vi.stubGlobal('localStorage', { getItem: (key: string) => (keys.includes(key) ? '' : null) })
    expect(isRunKept(scope, 'execution-gaps')).toBe(true)
    expect(isRunKept(scope, 'silence')).toBe(false)
    expect(isRunKept('/another 0', 'execution-gaps')).toBe(false)
  })

  it('that nothing is kept where storage is blocked', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('blocked')
      },
    })
    expect(isRunKept('/ 0', 'execution-gaps')).toBe(false)
  })

  it('whether the host shows an answer itself', () => {
    const answer = { slug: 'what-causes-gaps', url: 'https://example.org/what-causes-gaps/' }
    const names = ['', ' ', '/', 'what-causes-gaps', ' what-causes-gaps/ ', answer.url, `${answer.url}?a=1#b`, 'other']
    const said = names.map((name) => isShown(answer, name))
    expect(said).toEqual(names.map((name) => isNamed(answer, name)))
    expect(said).toEqual([false, false, false, true, true, true, true, false])
  })
})
