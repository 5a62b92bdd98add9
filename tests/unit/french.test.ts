import { describe, expect, it } from 'vitest'
import { resultTexts } from '../../src/ui/locales/fr/result.ts'

describe('French that is composed of parts', () => {
  it('counts nought and one as singular', () => {
    expect([0, 1, 2].map((answered) => resultTexts.concepts.none(answered, 8).split('\u202f;')[0])).toEqual([
      'Pas de score\u00a0: aucune des 8 affirmations n’a reçu de réponse',
      'Pas de score\u00a0: 1 affirmation sur 8 a reçu une réponse',
      'Pas de score\u00a0: 2 affirmations sur 8 ont reçu une réponse',
    ])
    expect([0, 1, 2].map((items) => resultTexts.deeper.size(items))).toEqual([
      '0 affirmation.',
      '1 affirmation.',
      '2 affirmations.',
    ])
  })

  it('says what was answered of how many, from none to all', () => {
    const first = (...counts: Parameters<typeof resultTexts.basis>) => resultTexts.basis(...counts).split('. ')[0]
    expect(first(0, 24, 24, 0, 0, 6)).toBe(
      'Vous n’avez répondu à aucune des 24 affirmations sur l’organisation, ni à aucune des 6 sur les causes',
    )
    expect(first(0, 24, 24, 0, 6, 6)).toBe(
      'Vous n’avez répondu à aucune des 24 affirmations sur l’organisation, mais aux 6 sur les causes',
    )
    expect(first(20, 24, 3, 1, 1, 6)).toBe(
      'Vous avez répondu à 20 des 24 affirmations sur l’organisation et à une des 6 sur les causes',
    )
    expect(first(24, 24, 0, 0, 0, 0)).toBe('Vous avez répondu aux 24 affirmations sur l’organisation')
  })

  it('names the scores so that nothing has to contract or elide', () => {
    expect(resultTexts.concepts.standing(['Silence'], ['Perte de signal', 'Friction organisationnelle'])).toBe(
      'Nettement au-dessus du score Silence. Pas de différence nette avec les scores Perte de signal et Friction organisationnelle.',
    )
    expect(resultTexts.concepts.standing(['Règles et validations coûteuses', 'Friction à préserver'], [])).toBe(
      'Nettement au-dessus des scores «\u00a0Règles et validations coûteuses\u00a0» et «\u00a0Friction à préserver\u00a0».',
    )
  })

  it('keeps names apart that hold an "et" of their own', () => {
    expect(resultTexts.examine.line(['Objectifs', 'Validations', 'Rôles'], 3)).toBe(
      'D’abord, l’un de ces points\u00a0: objectifs, validations et rôles.',
    )
    expect(resultTexts.examine.line(['Validations', 'Capacité et charge de travail'], 5)).toBe(
      'D’abord, l’un de cinq points, dont validations\u202f; capacité et charge de travail.',
    )
    expect(resultTexts.examine.line(['Capacité et charge de travail'], 1)).toBe(
      'D’abord\u00a0: capacité et charge de travail.',
    )
  })

  it('writes the first of a month as 1er', () => {
    expect(['2026-11-01', '2026-11-11', '2026-11-21'].map((day) => resultTexts.date(day))).toEqual([
      '1er novembre 2026',
      '11 novembre 2026',
      '21 novembre 2026',
    ])
  })

  it('contracts de and le before a place', () => {
    expect(resultTexts.unseen.from(['senior', 'middle', 'close'])).toBe(
      'Interrogez des personnes de la direction, de l’encadrement ou du terrain',
    )
  })
})
