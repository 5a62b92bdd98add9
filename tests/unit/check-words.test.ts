import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/core/workshop/outcome.ts'
import { listedLanguages, type Language } from '../../src/ui/locales/index.ts'
import { LOCALES } from '../fixtures/locales.ts'

/** What a check knows nothing of: whoever keeps one is no facilitator, and it has neither levels nor tables. */
const OF_A_WORKSHOP: Readonly<Record<Language, RegExp>> = {
  en: /workshop|facilitator|participant|\btables?\b|collection|snapshot|\blevels?\b|\bviews?\b|export/i,
  fr: /atelier|animat|participant|tableau|recueil|instantané|niveau|\bvues?\b|export/i,
}

const fates: Partial<Outcome>[] = [
  { outcome: 'taken', fitted: null, levelLost: false } as Partial<Outcome>,
  { outcome: 'replaced', fitted: null } as Partial<Outcome>,
  ...(['older', 'already-there', 'taken-out', 'closed', 'other-promises', 'other-levels'] as const).map(
    (outcome) => ({ outcome }) as Partial<Outcome>,
  ),
  { outcome: 'other-workshop', workshop: 'K7M2Q4' } as Partial<Outcome>,
  ...(['cut', 'damaged', 'nothing-found', 'too-large', 'later-format', 'file'] as const).map(
    (outcome) => ({ outcome }) as Partial<Outcome>,
  ),
  { outcome: 'full', most: 1000 } as Partial<Outcome>,
  { outcome: 'too-many', most: 1000 } as Partial<Outcome>,
]

describe.each(listedLanguages())('a check in %s', (language) => {
  const { consoleTexts, checkConsole, tableOpenedTexts } = LOCALES[language]
  const { collect, takeOut, takeAway, outcomes, close, workshop, scan } = checkConsole(consoleTexts)

  it('says what is taken in, taken out and saved in its own words', () => {
    const said = [
      collect.paste,
      collect.pasteHint,
      collect.take,
      collect.nothing,
      collect.files,
      collect.said(1, 6),
      collect.stays,
      scan.start,
      scan.hint,
      takeOut.title,
      takeOut.label,
      takeOut.hint,
      takeOut.find,
      takeOut.found('x', '2026-12-01', false),
      takeOut.found('x', null, false),
      ...Object.values(takeOut.not),
      takeOut.ask,
      takeOut.askTitle,
      takeOut.means(true),
      takeOut.means(false),
      takeOut.done,
      takeAway.file,
      takeAway.lockedHint,
      takeAway.downloaded,
      close.late(1),
      close.late(3),
      workshop.unsaved,
      workshop.damaged(2),
      outcomes.title,
      outcomes.summary(1, 1, 1, 0, 0),
      ...fates.map((fate) => outcomes.outcome({ line: 1, excerpt: '', ...fate } as Outcome, tableOpenedTexts)),
      ...Object.values(outcomes.removeShown),
    ]
    expect(said.filter((text) => OF_A_WORKSHOP[language].test(text))).toEqual([])
    expect(said.filter((text) => text === '')).toEqual([])
  })
})
