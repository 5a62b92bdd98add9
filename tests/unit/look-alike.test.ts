import { describe, expect, it } from 'vitest'
import { areAlike, nameFinder } from '../../src/core/files/look-alike.ts'

describe('Names', () => {
  it.each([
    ['in another case', 'Teams', 'TEAMS'],
    ['in Cyrillic letters', 'Teams', 'Т\u0435\u0430ms'],
    ['in Cyrillic letters throughout', 'COBET', 'СОВЕТ'],
    ['with a Greek capital', 'Nord', 'Νord'],
    ['with a small Greek letter', 'Level', 'Leνel'],
    ['of full width', 'Level 1', 'Ｌｅｖｅｌ　１'],
    ['with an accent more', 'Equipe', 'Équipe'],
    ['composed otherwise', 'Équipe', 'E\u0301quipe'],
    ['with invisible characters', 'Teams', 'T\u200be\u2060a\u00adms\ufe0f'],
    ['with a right-to-left mark', 'Teams', 'Teams\u200f'],
    ['with other spaces and hyphens', 'Front-line staff', ' Front\u2011line\u00a0 staff '],
    ['with another apostrophe', "Chefs d'équipe", 'Chefs d’équipe'],
    ['with a ligature', 'Office', 'Oﬃce'],
    ['in mathematical letters', 'Teams', '𝐓𝐞𝐚𝐦𝐬'],
    ['with a blank that is no space', 'Shop floor', 'Shop\u2800floor'],
    ['with an Armenian letter', 'Board', 'B\u0585ard'],
    ['with a phonetic letter', 'Teams', 'Te\u0251ms'],
    ['of Turkish letters', 'Istanbul', 'İstanbul'],
  ])('are alike %s', (_, one, other) => {
    expect(areAlike(one, other)).toBe(true)
    expect(areAlike(other, one)).toBe(true)
  })

  it.each([
    ['of other words', 'Teams', 'Team'],
    ['with other numbers', 'Level 1', 'Level l'],
    ['with another number', 'L0', 'LO'],
    ['that only squint alike', 'Modern', 'Modem'],
    ['in Hindi, where a mark is a vowel', 'दल', 'दिल'],
    ['in Japanese, where a mark is another sound', 'ハス', 'バス'],
    ['in Russian', 'Отдел', 'Совет'],
    ['in Chinese', '管理', '员工'],
  ])('are not alike %s', (_, one, other) => {
    expect(areAlike(one, other)).toBe(false)
  })

  it('are found by their look, where it is that of one alone', () => {
    const find = nameFinder(['teams', 'heads', 'h\u0435ads'])
    expect(find('ТЕАМS')).toBe('teams')
    expect(find('Ｈeads')).toBeNull()
    expect(find('Board')).toBeNull()
  })
})
