import { afterEach, expect, it } from 'vitest'
import { takeScope } from '../../src/entries/embed/embed-scope.ts'

const TAG = 'leadership-diagnostic'
let leave: (() => void)[] = []

/** The scopes of a page's elements, in their order, as a visit finds them. */
function visit(html: string): string[] {
  for (const end of leave) end()
  document.body.innerHTML = html
  const taken = [...document.querySelectorAll<HTMLElement>(TAG)].map((host) =>
    takeScope(host, host.getAttribute('keep-as')),
  )
  leave = taken.map((one) => one.leave)
  return taken.map(({ scope }) => scope)
}
const element = (attributes = '') => `<${TAG} ${attributes}></${TAG}>`

afterEach(() => {
  visit('')
})

it('each of several has a scope of its own', () => {
  const all = visit(element().repeat(3) + element('questionnaire="silence"').repeat(2) + element('id="a"'))
  expect(new Set(all).size).toBe(6)
})

it('one of another questionnaire that is put above it later takes no run from it', () => {
  for (const own of ['', 'questionnaire="friction"']) {
    const [before] = visit(element(own))
    const [above, after] = visit(element('questionnaire="silence"') + element(own))
    expect(after).toBe(before)
    expect(above).not.toBe(before)
  }
})

it('one of the same questionnaire takes none where it has an id or a name', () => {
  const [before] = visit(element('id="own"'))
  expect(visit(element() + element('id="own"'))[1]).toBe(before)
  const [named] = visit(element('keep-as="own"'))
  expect(visit(element() + element('keep-as="own"'))[1]).toBe(named)
})
