import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workshopIdOf } from '../../src/core/codes/workshop-id.ts'
import { isHeldBack, shownFrom, type Hold } from '../../src/core/response/hold.ts'
import { decodeSavedRuns, encodeSavedRuns, type SavedRun } from '../../src/core/response/saved-runs.ts'
import { isWallWord, wallWordOf } from '../../src/core/workshop/wall-word.ts'

const hold: Hold = { workshop: 'K7M2Q4', until: '2026-11-30', released: false }

describe('a result that waits for the room', () => {
  it('is held back on its day, whatever the clock said before, and shown by itself from the next', () => {
    expect(['2026-11-29', '2026-11-30', '2026-12-01'].map((today) => isHeldBack(hold, today))).toEqual([
      true,
      true,
      false,
    ])
    expect(shownFrom(hold)).toBe('2026-12-01')
  })

  it('is shown once the person has ended that, and where nothing holds it', () => {
    expect(isHeldBack({ ...hold, released: true }, hold.until)).toBe(false)
    expect(isHeldBack(undefined, hold.until)).toBe(false)
  })

  it('is kept as such, and shown where what is kept of that makes no sense', () => {
    const run: SavedRun = {
      id: '1.2',
      origin: 'own',
      questionnaire: 'silence',
      code: '1B2C',
      millisecondsPerItem: null,
      about: '',
      name: '',
      hold,
    }
    expect(decodeSavedRuns(encodeSavedRuns([run]))).toMatchObject({ ok: true, runs: [run] })
    for (const wrong of [7, {}, { ...hold, workshop: '<b>' }, { ...hold, until: 'never' }]) {
      const read = decodeSavedRuns(encodeSavedRuns([{ ...run, hold: wrong as Hold }]))
      expect(read.ok && read.runs.map((one) => one.hold)).toEqual([undefined])
    }
  })
})

describe('the word on the wall', () => {
  // Worked out by Python's zlib.crc32 and the list of words.
  it.each([
    ['K7M2Q4', 'magnolia'],
    ['K7Q2MX', 'opera'],
    ['000000', 'melon'],
    ['ZZZZZZ', 'cascade'],
    ['ABCDEF', 'nougat'],
  ])('of %s is %s, in every release', (workshop, word) => {
    expect(wallWordOf(workshop)).toBe(word)
  })

  it('is taken however it is typed, and no other is', () => {
    for (const typed of ['opera', 'OPERA', ' Opéra. ', '« opéra »', 'o p e r a', 'Ope\u0301ra'])
      expect(isWallWord(typed, 'K7Q2MX')).toBe(true)
    for (const typed of ['', ' ', 'oper', 'operas', 'magnolia']) expect(isWallWord(typed, 'K7Q2MX')).toBe(false)
  })

  it('is a word of plain letters for every workshop', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 30 - 1).map(workshopIdOf), (workshop) => {
        expect(wallWordOf(workshop)).toMatch(/^[a-z]{4,9}$/)
        expect(isWallWord(wallWordOf(workshop), workshop)).toBe(true)
      }),
    )
  })
})
