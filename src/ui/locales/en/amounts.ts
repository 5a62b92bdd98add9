export const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
export const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export const count = (amount: number, one: string, many: string) =>
  `${number.format(amount)} ${amount === 1 ? one : many}`
export const people = (amount: number) => count(amount, 'person', 'people')
export const responses = (amount: number) => count(amount, 'response', 'responses')
export const quote = (text: string) => `“${text}”`
export const date = (iso: string) => day.format(new Date(`${iso}T00:00:00Z`))
