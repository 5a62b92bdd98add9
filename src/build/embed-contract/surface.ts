import { ATTRIBUTE_NAMES, ATTRIBUTES, embedReference, EVENTS, TAKEN } from '../../ui/embed/contract.ts'
import { listedLanguages } from '../../ui/locales/index.ts'

export interface Versioned {
  readonly id: string
  readonly version: string
}

/** A questionnaire with each of the minor versions of its major one: what was asked before is understood still. */
function questionnaireLines({ id, version }: Versioned): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return Array.from({ length: minor + 1 }, (_none, index) => `questionnaire ${id} ${major}.${index}`)
}

/**
 * The names that hosts rely on, one a line: a line that is gone breaks something for somebody, and a new line breaks
 * nothing.
 */
export function surface(questionnaires: readonly Versioned[]): readonly string[] {
  const { events, methods, slots, customProperties, parts } = embedReference()
  const named = (kind: string, of: Readonly<Record<string, unknown>>) =>
    Object.keys(of).map((name) => `${kind} ${name}`.trimEnd())
  return [
    ...ATTRIBUTE_NAMES.flatMap((name) => {
      const takes: string | readonly string[] = ATTRIBUTES[name]
      return typeof takes === 'string'
        ? [`attribute ${name}: ${takes}`]
        : takes.map((one) => `attribute ${name}=${one}`)
    }),
    ...EVENTS.flatMap((name) => [
      `event ${name}`,
      ...Object.entries({ ...TAKEN, ...events[name].detail }).map(([field, type]) => `event ${name} ${field}: ${type}`),
    ]),
    ...named('method', methods),
    ...named('slot', slots),
    ...named('custom property', customProperties),
    ...named('part', parts),
    ...listedLanguages().map((language) => `language ${language}`),
    ...questionnaires.flatMap(questionnaireLines),
  ]
}
