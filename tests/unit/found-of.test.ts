import { describe, expect, it } from 'vitest'
import { FoundOf } from '../../src/core/workshop/found-of.ts'

describe('what was worked out of something', () => {
  it('is found again and forgotten, of each thing by itself', () => {
    const found = new FoundOf<object, string>()
    const other = new FoundOf<object, string>()
    const [one, two] = [{ id: 1 }, { id: 1 }]
    expect(found.get(one)).toBeUndefined()
    found.set(one, 'a')
    expect([found.get(one), found.get(two), other.get(one)]).toEqual(['a', undefined, undefined])
    found.set(one, 'b')
    expect(found.get(one)).toBe('b')
    found.set(one, undefined)
    expect(found.get(one)).toBeUndefined()
  })

  it('is no part of the thing: of its JSON, a copy, a clone, or what it equals', () => {
    const found = new FoundOf<object, string>()
    const [object, list] = [{ id: 1 }, [1, 2]]
    for (const thing of [object, list]) found.set(thing, 'a')
    expect([JSON.stringify(object), JSON.stringify(list)]).toEqual(['{"id":1}', '[1,2]'])
    for (const copy of [{ ...object }, [...list], structuredClone(object), structuredClone(list)])
      expect(found.get(copy)).toBeUndefined()
    expect([object, list]).toStrictEqual([{ id: 1 }, [1, 2]])
  })
})
