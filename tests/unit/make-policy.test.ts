import { afterEach, expect, it, vi } from 'vitest'
import type { Shared } from '../../src/entries/embed/embed-app.ts'
import { makePolicy } from '../../src/entries/embed/make-policy.ts'

const texts = (): Shared => ({ en: '', fr: '' })
const made = { createHTML: (html: string) => html }

/** A page whose policy lets policies be made, or not, and takes markup as this does. */
function pageThat(createPolicy: (() => typeof made) | undefined, taken: (markup: string) => string): void {
  vi.stubGlobal('window', { trustedTypes: createPolicy && { createPolicy } })
  vi.stubGlobal('document', {
    createElement() {
      let within = ''
      return {
        set innerHTML(markup: string) {
          within = taken(markup)
        },
        hasChildNodes: () => within !== '',
      }
    },
  })
}

const throws = () => {
  throw new TypeError('This document requires TrustedHTML')
}

afterEach(() => vi.unstubAllGlobals())

it('is made once for a page', async () => {
  const createPolicy = vi.fn(() => made)
  pageThat(createPolicy, throws)
  const shared = texts()
  await makePolicy(shared)
  await makePolicy(shared)
  expect(shared.policy).toBe(made)
  expect(createPolicy).toHaveBeenCalledOnce()
})

it('is not needed where a browser knows no trusted types', async () => {
  pageThat(undefined, (markup) => markup)
  const shared = texts()
  await makePolicy(shared)
  expect(shared.policy).toBeUndefined()
})

it('may not be made where the page demands none, or has one for all', async () => {
  pageThat(throws, (markup) => markup)
  const shared = texts()
  await makePolicy(shared)
  expect(shared.policy).toBeUndefined()
})

it.each([
  ['demands it', throws],
  ['takes comments out of all markup', () => ''],
])('says what to write where the page %s', async (_page, taken) => {
  pageThat(throws, taken)
  await expect(makePolicy(texts())).rejects.toThrow('Write trusted-types svelte-trusted-html')
})
