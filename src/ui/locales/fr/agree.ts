const rules = new Intl.PluralRules('fr-FR')

/** The form that an amount takes in French, where nought and one are singular. */
export function agree(amount: number, singular: string, plural: string): string {
  return rules.select(amount) === 'one' ? singular : plural
}
