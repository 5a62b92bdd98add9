import { agree } from './agree.ts'

export const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
export const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

export const count = (amount: number, one: string, many: string) =>
  `${number.format(amount)} ${agree(amount, one, many)}`
export const people = (amount: number) => count(amount, 'personne', 'personnes')
export const responses = (amount: number) => count(amount, 'réponse', 'réponses')
export const quote = (text: string) => `« ${text} »`

/** A day in words. French counts the first of a month as "1er", which Intl leaves out. */
export const date = (iso: string) =>
  day
    .formatToParts(new Date(`${iso}T00:00:00Z`))
    .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
    .join('')
