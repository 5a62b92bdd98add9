import { describe, expect, it } from 'vitest'
import { participantPages } from '../../src/adapters/participant-pages.ts'
import { isHost, nameHere, namesInNetwork } from '../../src/build/network-addresses.ts'

const at = (href: string, told: string | null = null) => participantPages(new URL(href) as unknown as Location, told)

describe('the pages that participants are sent to', () => {
  it('are the one beside the console where others reach it', () => {
    expect(at('https://example.org/insights/workshop.html#w=1')).toEqual({
      all: ['https://example.org/insights/'],
      reach: 'others',
    })
    expect(at('http://192.168.1.20:4173/workshop.html', 'http://10.0.0.1:4173/').all).toEqual([
      'http://192.168.1.20:4173/',
    ])
  })

  it.each(['http://localhost:4173/', 'http://127.0.0.1:4173/', 'http://[::1]:4173/'])(
    'are none for others at %s, unless the server tells of some',
    (here) => {
      expect(at(`${here}workshop.html`)).toEqual({ all: [here], reach: 'this-device' })
      expect(at(`${here}workshop.html`, '')).toEqual({ all: [here], reach: 'this-device' })
      const others = ['http://192.168.1.20:4173/', 'http://10.0.0.7:4173/']
      expect(at(`${here}workshop.html`, others.join(' '))).toEqual({ all: others, reach: 'others' })
    },
  )
})

describe('the names of a server in its networks', () => {
  it('are none where it listens to its own machine, and the address that it was given elsewhere', () => {
    expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].flatMap(namesInNetwork)).toEqual([])
    expect(namesInNetwork('192.168.1.20')).toEqual(['192.168.1.20'])
    expect(namesInNetwork('fd00::7')).toEqual(['[fd00::7]'])
  })

  it('leave its own machine one that it listens to, which is no other where it was given one', () => {
    expect(['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].map(nameHere)).toEqual(Array(5).fill('localhost'))
    expect(['192.168.1.20', 'fd00::7'].map(nameHere)).toEqual(['192.168.1.20', '[fd00::7]'])
  })

  it('never hold an address of the machine itself where it listens to all', () => {
    expect(namesInNetwork('0.0.0.0').filter((name) => name.startsWith('127.'))).toEqual([])
  })

  it('are asked for by an address', () => {
    expect(['0.0.0.0', '::', '192.168.1.20', 'localhost'].filter((host) => !isHost(host))).toEqual([])
    expect(['all', '192.168.1', 'http://0.0.0.0', 'yes'].filter(isHost)).toEqual([])
  })
})
