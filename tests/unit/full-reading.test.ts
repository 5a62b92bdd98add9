import { describe, expect, it } from 'vitest'
import { fullReadingOf } from '../../src/ui/result/full-reading.ts'

const HERE = 'https://www.example.org/article?p=1#top'
const of = (address: string, isFound = true) => fullReadingOf({ address, isFound }, HERE)

describe('where the full reading of a result in a host’s page is', () => {
  it.each([
    ['/result', 'https://www.example.org/result'],
    ['result?of=1', 'https://www.example.org/result?of=1'],
    ['?p=2', 'https://www.example.org/article?p=2'],
  ])('is %s of its own site', (address, href) => {
    expect(of(address)).toMatchObject({ href })
  })

  it('is below the result, open, on that page itself', () => {
    expect(of('/article?p=1')).toBe('open')
    expect(of('/article?p=1', false)).toBe('open')
  })

  it('is told from other pages by its own address, not by what its <base> says', () => {
    const asked = { address: '/article?p=1', isFound: true }
    expect(fullReadingOf(asked, HERE, 'https://www.example.org/')).toBe('open')
    expect(fullReadingOf({ ...asked, address: './' }, HERE, 'https://www.example.org/')).toMatchObject({
      href: 'https://www.example.org/',
    })
    expect(fullReadingOf(asked, HERE, 'https://cdn.example/')).toBe('elsewhere')
  })

  it.each([
    'https://elsewhere.example/result',
    'http://www.example.org/result',
    'javascript:alert(1)',
    'https://',
    '//x',
  ])('is nowhere else, as %s would be', (address) => {
    expect(of(address)).toBe('elsewhere')
  })

  it('is not on a page that could not find the run', () => {
    expect(of('/result', false)).toBe('not-found')
  })
})
